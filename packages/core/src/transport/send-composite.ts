import { z } from 'zod';
import type { Attempt } from '../errors/attempt.ts';
import type { CallMeter } from './call-meter.ts';
import type { OrgTransport } from './org-transport.ts';
import type { RequestOptions } from './request-options.ts';

export interface Subrequest {
  readonly referenceId: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From `/services/data/…`, URL-encoded. */
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

export interface Subanswer {
  readonly referenceId: string;
  readonly status: number;
  readonly body: unknown;
}

const compositeSchema = z.object({
  compositeResponse: z.array(
    z
      .object({ referenceId: z.string(), httpStatusCode: z.number().int(), body: z.unknown() })
      .transform(({ referenceId, httpStatusCode, body }): Subanswer => ({ referenceId, status: httpStatusCode, body })),
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
  const { allOrNone, ...rest } = options;
  const { compositeResponse } = await transport.send({
    ...rest,
    method: 'POST',
    path: '/composite',
    body: {
      allOrNone,
      collateSubrequests: false,
      compositeRequest: subrequests.map(({ method, url, referenceId, body }) => ({ method, url, referenceId, body })),
    },
    answer: compositeSchema.refine(
      (answer) =>
        subrequests.every(({ referenceId }) => answer.compositeResponse.some((one) => one.referenceId === referenceId)),
      'expected an answer to every subrequest',
    ),
  });
  return subrequests.map(({ referenceId }) => compositeResponse.find((one) => one.referenceId === referenceId)!);
}
