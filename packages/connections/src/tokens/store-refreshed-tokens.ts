import { setTimeout as pause } from 'node:timers/promises';
import { readConnectionRow, type ConnectionRow } from '../database/connection-rows.ts';
import type { Database } from '../database/open-database.ts';
import type { SealedTokens, TokenPlace } from './token-vault.ts';

/** Refreshed tokens, sealed for the generation after the one they replace. */
export interface RefreshedTokens {
  /** The generation that was refreshed. */
  readonly place: TokenPlace;
  readonly sealed: SealedTokens;
  readonly instanceUrl: string;
  readonly at: Date;
}

/**
 * Makes refreshed tokens the current generation and takes the write-ahead marker away, unless the row has moved on.
 *
 * @returns the row, or undefined when it is no longer at the generation that was refreshed
 */
export async function storeRefreshedTokens(
  transaction: Database,
  { place, sealed, instanceUrl, at }: RefreshedTokens,
): Promise<ConnectionRow | undefined> {
  const row = await transaction
    .updateTable('connections')
    .set({
      ...sealed,
      generation: place.generation + 1,
      instance_url: instanceUrl,
      status: 'active',
      status_reason: null,
      status_detail: null,
      updated_at: at,
    })
    .where('id', '=', place.connectionId)
    .where('generation', '=', place.generation)
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) {
    await transaction.deleteFrom('refresh_attempts').where('connection_id', '=', place.connectionId).execute();
  }
  return row;
}

/** Pauses before the attempts to store tokens whose first transaction failed, in milliseconds. */
const PAUSES = [0, 500, 2_000];

/**
 * Stores refreshed tokens although the transaction that held the lock is gone: the database restarted, or cut us off.
 * They are the only valid ones, and the generation in the condition keeps this from undoing anything newer.
 *
 * @throws the given error when the database stays away
 */
export async function salvageRefreshedTokens(
  locking: Database,
  tokens: RefreshedTokens,
  lost: unknown,
): Promise<ConnectionRow> {
  for (const milliseconds of PAUSES) {
    await pause(milliseconds);
    try {
      const stored = await locking.transaction().execute((transaction) => storeRefreshedTokens(transaction, tokens));
      return stored ?? (await readConnectionRow(locking, tokens.place.connectionId));
    } catch {
      // The error that began this says more than those of the attempts to repair it.
    }
  }
  throw lost;
}
