import { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import type { CallMeter } from './call-meter.ts';
import { orgTimeBefore } from './org-time.ts';
import type { OrgTransport } from './org-transport.ts';
import type { RequestOptions } from './request-options.ts';

export interface Subrequest {
  readonly referenceId: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From `/services/data/…`, URL-encoded. */
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Any but Accept, Authorization and Content-Type, which are those of the whole request. */
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

export interface Subanswer {
  readonly referenceId: string;
  readonly status: number;
  readonly body: unknown;
  /** As Salesforce spells them, e.g. `ETag`, `Last-Modified`, `Location`. */
  readonly headers: Readonly<Record<string, string>>;
}

const compositeSchema = z.object({
  compositeResponse: z.array(
    z
      .object({
        referenceId: z.string(),
        httpStatusCode: z.number().int(),
        body: z.unknown(),
        httpHeaders: z.record(z.string(), z.string()).nullish(),
      })
      .transform(({ referenceId, httpStatusCode, body, httpHeaders }): Subanswer => ({
        referenceId,
        status: httpStatusCode,
        body,
        headers: httpHeaders ?? {},
      })),
  ),
});

/**
 * Several requests as one API call, in the order given. With `allOrNone` the first failure undoes all of them.
 * Answers are matched by their referenceId; the order of requests is kept since collation is off.
 * Source: REST API guide, Composite.
 */
export async function sendComposite(
  transport: OrgTransport,
  subrequests: readonly Subrequest[],
  options: RequestOptions & {
    readonly allOrNone: boolean;
    readonly attempt: Attempt;
    readonly meter?: CallMeter | undefined;
  },
): Promise<readonly Subanswer[]> {
  return (await exchangeComposite(transport, subrequests, options)).answers;
}

/** As `sendComposite`, with the org's time: nothing was read before `notBefore`, in milliseconds since 1970. */
export async function exchangeComposite(
  transport: OrgTransport,
  subrequests: readonly Subrequest[],
  options: Parameters<typeof sendComposite>[2],
): Promise<{ readonly answers: readonly Subanswer[]; readonly notBefore: number }> {
  const { allOrNone, ...rest } = options;
  const sentAt = performance.now();
  const answer = await transport.sendConditional({
    ...rest,
    headers: {},
    method: 'POST',
    path: '/composite',
    body: {
      allOrNone,
      collateSubrequests: false,
      compositeRequest: subrequests.map(({ method, url, referenceId, body, httpHeaders }) => ({
        method,
        url,
        referenceId,
        body,
        httpHeaders,
      })),
    },
    answer: compositeSchema.refine(
      ({ compositeResponse }) =>
        subrequests.every(({ referenceId }) => compositeResponse.some((one) => one.referenceId === referenceId)),
      { path: ['compositeResponse'], message: 'expected an answer to every subrequest' },
    ),
  });
  if (answer.unmodified) throw new TypeError('A request without a condition was answered with 304.');
  const { compositeResponse } = answer.value;
  return {
    answers: subrequests.map(({ referenceId }) => compositeResponse.find((one) => one.referenceId === referenceId)!),
    notBefore: orgTimeBefore(answer.headers, sentAt),
  };
}
