import type { CustomFetch } from 'openid-client';
import { TransportFailure } from './transport-failure.ts';

/** Statuses whose responses may not have a body. */
const BODILESS = new Set([204, 205, 304]);

/**
 * fetch that gives the whole answer or a TransportFailure, so that an answer cut off half way is told apart from one
 * that is wrong.
 */
export const wholeAnswerFetch: CustomFetch = async (url, options) => {
  try {
    const response = await fetch(url, options as RequestInit);
    const body = await response.arrayBuffer();
    return new Response(BODILESS.has(response.status) ? null : body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  } catch (cause) {
    throw new TransportFailure({ cause });
  }
};

/**
 * The same for refreshes, without the id_token that Salesforce sends along. A refresh proves identity by the signed `id`;
 * were the id_token read as well, an unreachable key set or a wrong clock would lose the rotated refresh token in the
 * same answer.
 */
export const refreshAnswerFetch: CustomFetch = async (url, options) => {
  const response = await wholeAnswerFetch(url, options);
  if (response.status !== 200) return response;
  const text = await response.text();
  return new Response(withoutIdToken(text), { status: response.status, headers: response.headers });
};

function withoutIdToken(text: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return text; // not JSON: openid-client says so, in its own words
  }
  if (typeof answer !== 'object' || answer === null) return text;
  const { id_token: _, ...rest } = answer as Record<string, unknown>;
  return JSON.stringify(rest);
}
