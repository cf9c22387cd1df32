import { randomUUID } from 'node:crypto';
import type { Connection } from '../connection.ts';
import { toConnection } from '../database/connection-rows.ts';
import type { Database } from '../database/open-database.ts';
import type { ExchangedTokens } from '../oauth/exchange-code.ts';
import type { TokenVault } from '../tokens/token-vault.ts';

export type SaveConnection = (input: {
  customerId: string;
  loginUrl: string;
  tokens: ExchangedTokens;
}) => Promise<Connection>;

/**
 * Stores what a connect flow brought: a new connection, or the next generation of the one that this user already has.
 * Waits for a refresh of that connection to end; what the refresh left behind is settled by the new tokens.
 */
export function createSaveConnection(dependencies: {
  locking: Database;
  vault: TokenVault;
  clock: () => Date;
}): SaveConnection {
  const { locking, vault, clock } = dependencies;

  return async ({ customerId, loginUrl, tokens }) => {
    const now = clock();
    const { instanceUrl, username, identity } = tokens;
    const row = await locking.transaction().execute(async (transaction) => {
      // Finds or makes the row, and holds its lock either way: the tokens are bound to its id and generation, so they can
      // be sealed only once both are known.
      const { id, generation } = await transaction
        .insertInto('connections')
        .values({
          id: randomUUID(),
          customer_id: customerId,
          org_id: identity.orgId,
          user_id: identity.userId,
          username,
          instance_url: instanceUrl,
          login_url: loginUrl,
          status: 'active',
          status_reason: null,
          status_detail: null,
          generation: 0,
          access_token: null,
          refresh_token: null,
          created_at: now,
          updated_at: now,
        })
        .onConflict((conflict) =>
          conflict.columns(['customer_id', 'org_id', 'user_id']).doUpdateSet({ updated_at: now }),
        )
        .returning(['id', 'generation'])
        .executeTakeFirstOrThrow();

      const sealed = await vault.seal({ connectionId: id, generation: generation + 1 }, tokens);
      await transaction.deleteFrom('refresh_attempts').where('connection_id', '=', id).execute();
      return await transaction
        .updateTable('connections')
        .set({
          ...sealed,
          generation: generation + 1,
          username,
          instance_url: instanceUrl,
          login_url: loginUrl,
          status: 'active',
          status_reason: null,
          status_detail: null,
          updated_at: now,
        })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirstOrThrow();
    });
    return toConnection(row);
  };
}
