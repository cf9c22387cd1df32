import type { OrgSettings } from './org-settings.ts';

const MINUTE_MILLISECONDS = 60_000;
const WINDOW_MINUTES = 24 * 60;

/** API requests of the last 24 hours, against the org's daily limit. */
export interface ApiUsage {
  readonly limit: number;
  /** Kept over a restart. */
  setLimit(limit: number): void;
  /** As if that many requests were made in this minute, and none before. */
  setUsed(count: number): void;
  used(): number;
  /** False, and nothing counted, when the limit is spent. */
  spend(): boolean;
}

export interface ApiUsageOptions {
  readonly settings: OrgSettings;
  /** @default the one that is kept, or 100000 */
  readonly limit: number | undefined;
  readonly clock: () => Date;
}

/** The window rolls by the minute. Kept in memory: a restart begins a new one. */
export function createApiUsage({ settings, limit, clock }: ApiUsageOptions): ApiUsage {
  let kept = limit ?? Number(settings.get('dailyApiRequests') ?? 100_000);
  settings.set('dailyApiRequests', String(kept));
  const minutes = new Map<number, number>();
  let total = 0;

  const forgetOld = (now: number): void => {
    for (const [minute, count] of minutes) {
      if (minute > now - WINDOW_MINUTES) break;
      minutes.delete(minute);
      total -= count;
    }
  };
  const currentMinute = (): number => Math.floor(clock().getTime() / MINUTE_MILLISECONDS);

  return {
    get limit() {
      return kept;
    },
    setLimit(newLimit) {
      kept = newLimit;
      settings.set('dailyApiRequests', String(kept));
    },
    setUsed(count) {
      minutes.clear();
      minutes.set(currentMinute(), count);
      total = count;
    },
    used() {
      forgetOld(currentMinute());
      return total;
    },
    spend() {
      const now = currentMinute();
      forgetOld(now);
      if (total >= kept) return false;
      minutes.set(now, (minutes.get(now) ?? 0) + 1);
      total += 1;
      return true;
    },
  };
}
