import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { parseIdentityUrl, type SalesforceIdentity } from './identity-url.ts';
import type { LoginHosts } from './login-hosts.ts';
import { OAuthRejectedError } from './oauth-errors.ts';

/**
 * What Salesforce adds to an OAuth token response. There is no `expires_in`.
 * Source: Salesforce Help, "OAuth 2.0 Web Server Flow for Web App Integration".
 */
const tokenAnswerSchema = z.object({
  access_token: z.string().min(1),
  /** On connect always, given the scope; on refresh only where refresh tokens rotate. */
  refresh_token: z.string().min(1).optional(),
  instance_url: z.string().min(1),
  id: z.string().min(1),
  /** Milliseconds since 1970, as text. */
  issued_at: z.string().min(1),
  /** Base64 of HMAC-SHA256 over `id` and `issued_at` with the client secret. */
  signature: z.string().min(1),
});

/** A token response that passed every check. */
export interface VerifiedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** An origin. */
  readonly instanceUrl: string;
  readonly identity: SalesforceIdentity;
}

/**
 * Checks a token response: its shape, its HMAC signature, who it speaks for, where it sends API calls.
 * Failures name fields, never values.
 *
 * @throws OAuthRejectedError (`rejectedBy: 'verification'`), OAuthHostNotAllowedError
 */
export function verifyTokenAnswer(
  value: unknown,
  { attempted, clientSecret, hosts }: { attempted: string; clientSecret: string; hosts: LoginHosts },
): VerifiedTokens {
  const refuse = (error: string, errorDescription: string): OAuthRejectedError =>
    new OAuthRejectedError({ attempted, rejectedBy: 'verification', error, errorDescription });

  const parsed = tokenAnswerSchema.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw refuse('token_response', `missing or malformed: ${fields}`);
  }
  const answer = parsed.data;
  const expected = createHmac('sha256', clientSecret)
    .update(answer.id + answer.issued_at)
    .digest();
  const actual = Buffer.from(answer.signature, 'base64');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw refuse('signature', 'the HMAC over id and issued_at does not match');
  }
  const identity = parseIdentityUrl(answer.id);
  if (identity === undefined) throw refuse('id', 'it is not an identity URL');
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    instanceUrl: hosts.originOf(answer.instance_url, 'instance'),
    identity,
  };
}
