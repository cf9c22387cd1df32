import { createHash } from 'node:crypto';
import type { EnvelopeCipher } from '@uman/encryption';
import * as z from 'zod';
import type { Database } from '../database/open-database.ts';
import { OAuthStateInvalidError } from '../oauth/oauth-errors.ts';

/** What has to be remembered between sending the browser away and its coming back. */
export interface ConnectFlow {
  readonly customerId: string;
  readonly loginUrl: string;
  /** Connection that is to be connected again. */
  readonly reconnect: string | undefined;
  readonly codeVerifier: string;
  readonly nonce: string;
}

export interface ConnectFlowStore {
  save(state: string, flow: ConnectFlow): Promise<void>;
  /**
   * Gives the flow out once, whoever asks first.
   * @throws OAuthStateInvalidError
   */
  take(state: string): Promise<ConnectFlow>;
}

const secretsSchema = z.object({ codeVerifier: z.string(), nonce: z.string() });

/** How long a flow is remembered after its end, in seconds, to tell "used" and "expired" from "unknown". */
const KEPT_SECONDS = 86_400;

export function createConnectFlowStore(options: {
  db: Database;
  cipher: EnvelopeCipher;
  clock: () => Date;
  lifetimeSeconds: number;
}): ConnectFlowStore {
  const { db, cipher, clock, lifetimeSeconds } = options;
  const secondsFromNow = (seconds: number): Date => new Date(clock().getTime() + seconds * 1000);

  return {
    async save(state, { codeVerifier, nonce, customerId, loginUrl, reconnect }) {
      await db.deleteFrom('connect_flows').where('expires_at', '<', secondsFromNow(-KEPT_SECONDS)).execute();
      const stateHash = hashOf(state);
      const secrets = await cipher.seal(Buffer.from(JSON.stringify({ codeVerifier, nonce })), contextOf(stateHash));
      await db
        .insertInto('connect_flows')
        .values({
          state_hash: stateHash,
          customer_id: customerId,
          login_url: loginUrl,
          reconnect: reconnect ?? null,
          secrets: JSON.stringify(secrets),
          expires_at: secondsFromNow(lifetimeSeconds),
          used_at: null,
        })
        .execute();
    },

    async take(state) {
      const stateHash = hashOf(state);
      // The row lock makes a second taker wait and then see `used_at`.
      const row = await db.transaction().execute(async (transaction) => {
        const found = await transaction
          .selectFrom('connect_flows')
          .selectAll()
          .where('state_hash', '=', stateHash)
          .forUpdate()
          .executeTakeFirst();
        await transaction
          .updateTable('connect_flows')
          .set({ used_at: clock(), secrets: null })
          .where('state_hash', '=', stateHash)
          .where('used_at', 'is', null)
          .execute();
        return found;
      });
      if (row === undefined) throw new OAuthStateInvalidError({ problem: 'unknown' });
      if (row.used_at !== null) throw new OAuthStateInvalidError({ problem: 'used' });
      if (row.expires_at <= clock()) throw new OAuthStateInvalidError({ problem: 'expired' });

      const opened = Buffer.from(await cipher.open(row.secrets, contextOf(stateHash))).toString('utf8');
      return {
        customerId: row.customer_id,
        loginUrl: row.login_url,
        reconnect: row.reconnect ?? undefined,
        ...secretsSchema.parse(JSON.parse(opened)),
      };
    },
  };
}

function hashOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

function contextOf(stateHash: string): string {
  return `connect-flows/${stateHash}`;
}
