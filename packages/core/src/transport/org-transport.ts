// Not the whole of jsforce, whose other half (analytics, bulk, CLI, …) is loaded for a third of its time and not used.
import { Connection } from 'jsforce/lib/connection.js';
import type { z } from 'zod';
import { RequestInvalidError } from '../errors/api-errors.ts';
import { type Attempt, describeAttempt } from '../errors/attempt.ts';
import { NOTHING_KNOWN, type OrgKnowledge } from '../errors/missing/org-knowledge.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { toSalesforceError } from '../errors/to-salesforce-error.ts';
import { type ApiUsage, parseApiUsage } from '../limits/api-usage.ts';
import type { OrgClientOptions } from '../org-client-options.ts';
import { type CallMeter, createCallMeter } from './call-meter.ts';
import { createExchange } from './create-exchange.ts';
import { LostAnswer } from './lost-answer.ts';
import type { RequestOptions } from './request-options.ts';
import { type Wait, waitByTimer } from './wait.ts';

export interface OrgRequest<Answer> extends RequestOptions {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** After `/services/data/vXX.X`, e.g. `/sobjects/Account`; already URL-encoded. */
  readonly path: string;
  readonly body?: unknown;
  /** What a good answer looks like. A 204 is `undefined`. */
  readonly answer: z.ZodType<Answer>;
  readonly attempt: Attempt;
  /** Counts this request for someone besides the client. */
  readonly meter?: CallMeter | undefined;
}

/** On what a request depends: that a kept answer is still the org's (`If-Modified-Since`, `If-None-Match`), or a record unchanged (`If-Unmodified-Since`). */
export interface OrgCondition {
  readonly headers: Readonly<Record<string, string>>;
}

/** An answer with its headers, whose names are lower-case; `unmodified` for a 304. */
export type ConditionalAnswer<Answer> =
  | { readonly unmodified: false; readonly value: Answer; readonly headers: Readonly<Record<string, string>> }
  | { readonly unmodified: true; readonly headers: Readonly<Record<string, string>> };

/** Sends requests to one org as one user, each with the access token of the moment. Never retries. */
export interface OrgTransport {
  readonly apiVersion: string;
  send<Answer>(request: OrgRequest<Answer>): Promise<Answer>;
  /** As `send`, with headers: the answer may be that nothing has changed, which costs one API call as well. */
  sendConditional<Answer>(request: OrgRequest<Answer> & OrgCondition): Promise<ConditionalAnswer<Answer>>;
  readonly apiCalls: number;
  /** Of the last answer that said so. */
  readonly apiUsage: ApiUsage | undefined;
  /** Lets time pass on the org's clock. */
  readonly wait: Wait;
  /** What errors may say of the org without asking it. */
  readonly knows: OrgKnowledge;
}

export const DEFAULT_API_VERSION = '66.0';
const MAXIMUM_TIMEOUT_SECONDS = 300;
const NOT_MODIFIED = 304;

export function createOrgTransport(options: OrgClientOptions, knows: OrgKnowledge = NOTHING_KNOWN): OrgTransport {
  const { instanceUrl, accessToken, apiVersion = DEFAULT_API_VERSION, timeoutSeconds = 120 } = options;
  if (!/^\d{2,3}\.0$/.test(apiVersion)) throw new TypeError(`apiVersion must look like "66.0", not "${apiVersion}".`);
  if (!(timeoutSeconds > 0 && timeoutSeconds <= MAXIMUM_TIMEOUT_SECONDS)) {
    throw new RangeError(
      `timeoutSeconds must be more than 0 and at most ${MAXIMUM_TIMEOUT_SECONDS}, not ${timeoutSeconds}.`,
    );
  }
  // Without a token and a refresh function of its own, jsforce neither refreshes nor replays a request after a 401.
  const connection = new Connection({ instanceUrl: new URL(instanceUrl).origin, version: apiVersion });
  const clientMeter = createCallMeter();
  let apiUsage: ApiUsage | undefined;

  async function send<Answer>(request: OrgRequest<Answer>): Promise<Answer> {
    const answer = await sendConditional({ ...request, headers: {} });
    if (answer.unmodified) throw redirected(NOT_MODIFIED, request.attempt);
    return answer.value;
  }

  async function sendConditional<Answer>(
    request: OrgRequest<Answer> & OrgCondition,
  ): Promise<ConditionalAnswer<Answer>> {
    const { method, path, body, attempt, signal } = request;
    signal?.throwIfAborted();
    const token = await accessToken();
    const exchange = createExchange({ timeoutSeconds, signal });
    const count = (): void => {
      clientMeter.count();
      request.meter?.count();
    };
    let answer: unknown;
    try {
      answer = await connection.request(
        {
          method,
          url: `/services/data/v${apiVersion}${path}`,
          headers: {
            ...request.headers,
            Authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        { transport: exchange, retry: { maxRetries: 0 } },
      );
    } catch (error) {
      const headers = exchange.response?.headers;
      const usage = apiUsageOf(headers);
      apiUsage = usage ?? apiUsage;
      // A request that counts says so in its answer: what is turned away at the door (no session, org down, limit spent)
      // does not. Without an answer it may have counted, unless it never left. Source: headers of recorded traffic, 2026-05.
      if (headers === undefined ? !(error instanceof LostAnswer && !error.sent) : usage !== undefined) count();
      throw toSalesforceError(error, {
        attempt,
        httpStatus: exchange.response?.statusCode,
        requestId: headers?.['x-sfdc-request-id'],
        knows,
      });
    }
    count();
    const { statusCode = 200, headers = {} } = exchange.response ?? {};
    apiUsage = apiUsageOf(headers) ?? apiUsage;
    if (statusCode === NOT_MODIFIED && Object.keys(request.headers).length > 0) return { unmodified: true, headers };
    if (statusCode >= 300) throw redirected(statusCode, attempt);
    const requestId = headers['x-sfdc-request-id'];
    const value = parseAnswer(request.answer, answer, { attempt, httpStatus: statusCode, requestId });
    return { unmodified: false, value, headers };
  }

  return {
    apiVersion,
    send,
    sendConditional,
    wait: options.wait ?? waitByTimer,
    knows,
    get apiCalls() {
      return clientMeter.calls;
    },
    get apiUsage() {
      return apiUsage;
    },
  };
}

function apiUsageOf(headers: Readonly<Record<string, string>> | undefined): ApiUsage | undefined {
  return parseApiUsage(headers?.['sforce-limit-info'], new Date());
}

/** Never followed: the access token is for this host only. */
function redirected(httpStatus: number, attempt: Attempt): RequestInvalidError {
  const remedy = 'Connect the org again: its address has changed.';
  return new RequestInvalidError({
    message: `${describeAttempt(attempt)}: the org's address answered with a redirect (${httpStatus}). ${remedy}`,
    remedy,
    fixedBy: 'user',
    outcome: 'notApplied',
    httpStatus,
    object: attempt.object,
  });
}
