import { sql, type Selectable } from 'kysely';
import type { Database } from '../database/open-database.ts';
import type { RefreshAttemptsTable } from '../database/schema.ts';
import type { TokenPlace } from './token-vault.ts';

export type RefreshAttempt = Selectable<RefreshAttemptsTable>;

/**
 * The write-ahead marker of refreshes. It is written outside the transaction that holds the row's lock, so that it stays
 * when that transaction dies with its process: whoever holds the lock and finds a marker that never ended knows that the
 * refresh token in the row may be spent.
 */
export interface RefreshAttempts {
  read(place: TokenPlace): Promise<RefreshAttempt | undefined>;
  /** Committed before the refresh token is sent. */
  begin(place: TokenPlace): Promise<void>;
  /** The attempt ended without new tokens, and the refresh token is still the one to use. */
  fail(place: TokenPlace, failure: { failedAs: 'unavailable' | 'rejected'; answerLost: boolean }): Promise<void>;
}

export function createRefreshAttempts({ direct, clock }: { direct: Database; clock: () => Date }): RefreshAttempts {
  return {
    async read({ connectionId, generation }) {
      return await direct
        .selectFrom('refresh_attempts')
        .selectAll()
        .where('connection_id', '=', connectionId)
        .where('generation', '=', generation)
        .executeTakeFirst();
    },

    async begin({ connectionId, generation }) {
      const begun = { attempts: 1, started_at: clock(), failed_as: null };
      await direct
        .insertInto('refresh_attempts')
        .values({ connection_id: connectionId, generation, ...begun, answer_lost: false })
        .onConflict((conflict) =>
          conflict
            .columns(['connection_id', 'generation'])
            .doUpdateSet({ ...begun, attempts: sql`refresh_attempts.attempts + 1` }),
        )
        .execute();
    },

    async fail({ connectionId, generation }, { failedAs, answerLost }) {
      await direct
        .updateTable('refresh_attempts')
        .set({ failed_as: failedAs, answer_lost: sql`answer_lost or ${answerLost}` })
        .where('connection_id', '=', connectionId)
        .where('generation', '=', generation)
        .execute();
    },
  };
}
