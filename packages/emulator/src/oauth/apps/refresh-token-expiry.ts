import type { Approval } from '../token-family-store.ts';
import type { AppSettings } from './oauth-app.ts';

const IDLE_LIMIT_SECONDS = 30 * 24 * 60 * 60;

/**
 * Whether the app's policy has ended a refresh token. Source: Salesforce Help, Manage OAuth Access Policies and "Limit the
 * Idle Refresh Token TTL" (a sliding window of 30 days, for every policy but the one that ends tokens at once).
 */
export function isRefreshTokenExpired(
  { refreshTokenPolicy: policy, idleRefreshTokenLimit }: AppSettings,
  { family, lastUsedAt }: Approval,
  now: Date,
): boolean {
  const idle = secondsBetween(lastUsedAt, now);
  if (policy.type === 'zero' || (idleRefreshTokenLimit && idle > IDLE_LIMIT_SECONDS)) return true;
  if (policy.type === 'lifetime') return secondsBetween(family.issuedAt, now) > policy.seconds;
  return policy.type === 'inactivity' && idle > policy.seconds;
}

function secondsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 1000;
}
