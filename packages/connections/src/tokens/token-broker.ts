import { createAccessToken, type AccessToken } from '../access-token.ts';
import { ReauthorizationRequiredError } from '../connection-errors.ts';
import { readConnectionRow, type ConnectionRow } from '../database/connection-rows.ts';
import type { Database } from '../database/open-database.ts';
import type { LoginServers } from '../oauth/login-server.ts';
import type { RefreshAttempt } from './refresh-attempts.ts';
import { refreshUnderLock, type RefreshDependencies } from './refresh-under-lock.ts';

/** Hands out access tokens. */
export interface TokenBroker {
  accessToken(connectionId: string): Promise<AccessToken>;
  refresh(connectionId: string, options: { rejectedGeneration: number }): Promise<AccessToken>;
  /** Ends when no refresh is under way any more, however those end. */
  idle(): Promise<void>;
}

export function createTokenBroker(
  dependencies: RefreshDependencies & { readonly direct: Database; readonly servers: LoginServers },
): TokenBroker {
  const { direct, servers, attempts, vault } = dependencies;
  /** One flight for each generation in this process; the row's lock makes it one across processes. */
  const flights = new Map<string, Promise<AccessToken>>();

  const tokenOf = async (row: ConnectionRow): Promise<AccessToken> => {
    if (row.status !== 'active') throw reauthorizationRequired(row);
    const place = { connectionId: row.id, generation: row.generation };
    const accessToken = await vault.open(place, 'access-token', row.access_token);
    return createAccessToken({ accessToken, instanceUrl: row.instance_url, generation: row.generation });
  };

  const refresh = async (connectionId: string, rejectedGeneration: number): Promise<AccessToken> => {
    const row = await readConnectionRow(direct, connectionId);
    if (row.generation > rejectedGeneration || row.status !== 'active') return await tokenOf(row);
    if (row.generation < rejectedGeneration) {
      throw new RangeError(
        `Connection ${connectionId} is at generation ${row.generation}; ${rejectedGeneration} never was.`,
      );
    }
    // Both before the lock is taken: neither needs it, and the first may be slow.
    const server = await servers.at(row.login_url);
    const earlier = await attempts.read({ connectionId, generation: rejectedGeneration });
    const request = { connectionId, rejectedGeneration, server, failuresSeen: failuresOf(earlier) };
    return await tokenOf(await refreshUnderLock(request, dependencies));
  };

  return {
    async accessToken(connectionId) {
      return await tokenOf(await readConnectionRow(direct, connectionId));
    },

    async refresh(connectionId, { rejectedGeneration }) {
      const key = `${connectionId}/${rejectedGeneration}`;
      let flight = flights.get(key);
      if (flight === undefined) {
        flight = refresh(connectionId, rejectedGeneration).finally(() => flights.delete(key));
        flights.set(key, flight);
      }
      return await flight;
    },

    async idle() {
      await Promise.allSettled(flights.values());
    },
  };
}

/** Attempts that have ended; one that is under way may still fail while this caller waits for it. */
function failuresOf(attempt: RefreshAttempt | undefined): number {
  if (attempt === undefined) return 0;
  return attempt.failed_as === null ? attempt.attempts - 1 : attempt.attempts;
}

function reauthorizationRequired(row: ConnectionRow): ReauthorizationRequiredError {
  return new ReauthorizationRequiredError({
    connectionId: row.id,
    orgId: row.org_id,
    userId: row.user_id,
    reason: row.status_reason ?? 'refused',
    detail: row.status_detail ?? undefined,
  });
}
