import { sql } from 'kysely';
import type { ReauthorizationReason } from '../connection.ts';
import type { SalesforceApp } from '../connections-options.ts';
import { lockConnectionRow, type ConnectionRow } from '../database/connection-rows.ts';
import type { Database } from '../database/open-database.ts';
import type { LoginHosts } from '../oauth/login-hosts.ts';
import type { LoginServer } from '../oauth/login-server.ts';
import { OAuthUnavailableError } from '../oauth/oauth-errors.ts';
import { refreshTokens } from '../oauth/refresh-tokens.ts';
import type { VerifiedTokens } from '../oauth/token-answer.ts';
import type { RefreshAttempts } from './refresh-attempts.ts';
import { salvageRefreshedTokens, storeRefreshedTokens, type RefreshedTokens } from './store-refreshed-tokens.ts';
import type { TokenPlace, TokenVault } from './token-vault.ts';

export interface RefreshDependencies {
  readonly locking: Database;
  readonly attempts: RefreshAttempts;
  readonly vault: TokenVault;
  readonly app: SalesforceApp;
  readonly hosts: LoginHosts;
  readonly clock: () => Date;
  readonly tokenTimeoutSeconds: number;
}

/** What is true of the connection afterwards, or why that is not known better than before. */
type Settled = { readonly row: ConnectionRow } | { readonly error: Error };

/**
 * Refreshes once the row's lock is held, unless somebody else did so meanwhile.
 *
 * The lock is held over the token call. That costs a database connection for as long as Salesforce takes, and everybody
 * who wants the same refresh waits at the row. In return Postgres itself sees to it that one refresh happens: a lock ends
 * with its owner, cannot be forgotten, and needs no clock, lease or fencing token. Both sides of the bargain are bounded:
 * the call by its timeout, the wait by `lock_timeout`, and a process that hangs by `idle_in_transaction_session_timeout`.
 *
 * @returns the row, active or not
 * @throws OAuthUnavailableError, OAuthRejectedError, VaultError
 */
export async function refreshUnderLock(
  request: {
    readonly connectionId: string;
    readonly rejectedGeneration: number;
    readonly server: LoginServer;
    /** How many attempts at this generation had failed when the caller joined the queue. */
    readonly failuresSeen: number;
  },
  dependencies: RefreshDependencies,
): Promise<ConnectionRow> {
  const { locking, tokenTimeoutSeconds, attempts, vault } = dependencies;
  const { connectionId, rejectedGeneration, server, failuresSeen } = request;
  const host = server.host;
  let refreshed: RefreshedTokens | undefined;

  const refresh = async (transaction: Database): Promise<Settled> => {
    await boundWaiting(transaction, tokenTimeoutSeconds);
    const row = await lockConnectionRow(transaction, connectionId);
    if (row.generation > rejectedGeneration || row.status !== 'active') return { row };

    const end = async (reason: ReauthorizationReason, detail?: string) =>
      await endConnection(transaction, row, { reason, detail, at: dependencies.clock() });
    const place: TokenPlace = { connectionId, generation: row.generation };
    const earlier = await attempts.read(place);
    if (earlier?.failed_as === null) return { row: await end('refresh_interrupted') };
    if (earlier?.failed_as === 'unavailable' && earlier.attempts > failuresSeen) {
      return { error: failedWhileWaiting(host, earlier.answer_lost) };
    }

    const refreshToken = await vault.open(place, 'refresh-token', row.refresh_token);
    await attempts.begin(place);
    const expected = { orgId: row.org_id, userId: row.user_id };
    const outcome = await refreshTokens({ ...dependencies, server, refreshToken, expected });
    switch (outcome.kind) {
      case 'refreshed':
        refreshed = await sealNext(place, outcome.tokens, refreshToken, dependencies);
        return { row: (await storeRefreshedTokens(transaction, refreshed)) ?? row };
      case 'refused': {
        const reason = earlier?.answer_lost === true ? 'refused_after_lost_answer' : 'refused';
        return { row: await end(reason, outcome.detail) };
      }
      case 'untrusted':
        return { row: await end('answer_untrusted', outcome.detail) };
      case 'unavailable':
        await attempts.fail(place, { failedAs: 'unavailable', answerLost: outcome.error.refreshTokenMayBeSpent });
        return { error: outcome.error };
      case 'rejected':
        await attempts.fail(place, { failedAs: 'rejected', answerLost: false });
        return { error: outcome.error };
      default:
        return outcome satisfies never;
    }
  };

  let settled: Settled;
  try {
    settled = await locking.transaction().execute(refresh);
  } catch (error) {
    if (refreshed !== undefined) return await salvageRefreshedTokens(locking, refreshed, error);
    throw isLockTimeout(error) ? waitedTooLong(host, error) : error;
  }
  if ('error' in settled) throw settled.error;
  return settled.row;
}

async function boundWaiting(transaction: Database, tokenTimeoutSeconds: number): Promise<void> {
  await sql`
    select set_config('lock_timeout', ${`${tokenTimeoutSeconds + 15}s`}, true),
           set_config('idle_in_transaction_session_timeout', ${`${tokenTimeoutSeconds + 10}s`}, true)
  `.execute(transaction);
}

async function sealNext(
  place: TokenPlace,
  tokens: VerifiedTokens,
  sentRefreshToken: string,
  { vault, clock }: RefreshDependencies,
): Promise<RefreshedTokens> {
  const sealed = await vault.seal(
    { ...place, generation: place.generation + 1 },
    // Where refresh tokens do not rotate, none comes back and the one that was sent stays valid.
    { accessToken: tokens.accessToken, refreshToken: tokens.refreshToken ?? sentRefreshToken },
  );
  return { place, sealed, instanceUrl: tokens.instanceUrl, at: clock() };
}

/** Keeps no token: none of them may be used again. */
async function endConnection(
  transaction: Database,
  row: ConnectionRow,
  { reason, detail, at }: { reason: ReauthorizationReason; detail: string | undefined; at: Date },
): Promise<ConnectionRow> {
  await transaction.deleteFrom('refresh_attempts').where('connection_id', '=', row.id).execute();
  return await transaction
    .updateTable('connections')
    .set({
      status: 'reauthorization_required',
      status_reason: reason,
      status_detail: detail ?? null,
      access_token: null,
      refresh_token: null,
      updated_at: at,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function failedWhileWaiting(host: string, refreshTokenMayBeSpent: boolean): OAuthUnavailableError {
  const happened = 'the refresh that this call waited for got no usable answer';
  return new OAuthUnavailableError({ attempted: 'refresh the access token', host, happened, refreshTokenMayBeSpent });
}

function waitedTooLong(host: string, cause: unknown): OAuthUnavailableError {
  const happened = 'another process was still refreshing this connection when the wait for it ended';
  return new OAuthUnavailableError({ attempted: 'refresh the access token', host, happened, cause });
}

/** Postgres' lock_not_available. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
