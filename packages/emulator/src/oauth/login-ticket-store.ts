import type { DatabaseSync } from 'node:sqlite';
import { hashToken, randomToken } from './token-secret.ts';

/** Milliseconds between the login and the decision on the approval page. */
const LIFETIME = 10 * 60 * 1000;

/** Stands, on the approval page, for the login that came before it. Works once, and only for the request it was made for. */
export interface LoginTicketStore {
  create(userId: string, request: string, now: Date): string;
  /** The user who logged in; undefined when the ticket is unknown, spent, too old or of another request. */
  redeem(ticket: string, request: string, now: Date): string | undefined;
}

export function createLoginTicketStore(database: DatabaseSync): LoginTicketStore {
  database.exec(`CREATE TABLE IF NOT EXISTS __oauth_login_ticket (
    ticket_hash TEXT PRIMARY KEY, user_id TEXT NOT NULL, request_hash TEXT NOT NULL, issued_at INTEGER NOT NULL) STRICT`);
  const save = database.prepare(
    'INSERT INTO __oauth_login_ticket (ticket_hash, user_id, request_hash, issued_at) VALUES (?, ?, ?, ?)',
  );
  const take = database.prepare('DELETE FROM __oauth_login_ticket WHERE ticket_hash = ? RETURNING *');

  return {
    create(userId, request, now) {
      const ticket = randomToken('', 32);
      save.run(hashToken(ticket), userId, hashToken(request), now.getTime());
      return ticket;
    },
    redeem(ticket, request, now) {
      const row = take.get(hashToken(ticket));
      if (!row || row['request_hash'] !== hashToken(request)) return undefined;
      return now.getTime() - Number(row['issued_at']) > LIFETIME ? undefined : String(row['user_id']);
    },
  };
}
