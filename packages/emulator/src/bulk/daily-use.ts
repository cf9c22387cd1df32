import type { DatabaseSync } from 'node:sqlite';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What an org may spend in 24 hours: batches of 10,000 uploaded records, and query jobs. */
export type BulkAllowance = 'batch' | 'query';

/** What was spent of the daily limits of bulk jobs, in the org's database: a job that is deleted gives nothing back. */
export interface DailyBulkUse {
  /** @param count @default 1 */
  spend(of: BulkAllowance, now: Date, count?: number): void;
  /** In the 24 hours before. */
  used(of: BulkAllowance, now: Date): number;
}

export function dailyBulkUse(database: DatabaseSync): DailyBulkUse {
  database.exec('CREATE TABLE IF NOT EXISTS __bulk_use (at TEXT NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL)');
  const dayBefore = (now: Date): string => new Date(now.getTime() - DAY_MILLISECONDS).toISOString();
  return {
    spend(of, now, count = 1) {
      database.prepare('DELETE FROM __bulk_use WHERE at <= ?').run(dayBefore(now));
      database.prepare('INSERT INTO __bulk_use (at, what, count) VALUES (?, ?, ?)').run(now.toISOString(), of, count);
    },
    used(of, now) {
      const row = database
        .prepare('SELECT coalesce(sum(count), 0) AS used FROM __bulk_use WHERE what = ? AND at > ?')
        .get(of, dayBefore(now));
      return Number(row?.['used'] ?? 0);
    },
  };
}
