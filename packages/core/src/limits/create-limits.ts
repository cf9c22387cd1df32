import { z } from 'zod';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { Limits } from './limits.ts';
import type { OrgLimit } from './org-limits.ts';

interface AnsweredLimit {
  readonly Max: number;
  readonly Remaining: number;
  readonly [share: string]: number | AnsweredLimit;
}

const limitSchema: z.ZodType<AnsweredLimit> = z.lazy(() =>
  z.object({ Max: z.number(), Remaining: z.number() }).catchall(z.union([z.number(), limitSchema])),
);

const limitsSchema = z
  .record(z.string(), limitSchema)
  .refine(({ DailyApiRequests }) => DailyApiRequests !== undefined, {
    path: ['DailyApiRequests'],
    message: 'expected the limit that every org has',
  })
  .transform((limits) => Object.fromEntries(Object.entries(limits).map(([name, limit]) => [name, toOrgLimit(limit)])));

export function createLimits(transport: OrgTransport): Limits {
  return {
    get apiUsage() {
      return transport.apiUsage;
    },
    async read({ signal } = {}) {
      const meter = createCallMeter();
      const limits = await transport.send({
        method: 'GET',
        path: '/limits',
        answer: limitsSchema,
        attempt: { verb: 'retrieve', object: 'limits' },
        meter,
        signal,
      });
      return { limits, apiCalls: meter.calls };
    },
  };
}

function toOrgLimit({ Max, Remaining, ...shares }: AnsweredLimit): OrgLimit {
  const limits = Object.entries(shares).flatMap(([name, share]) =>
    typeof share === 'number' ? [] : [[name, toOrgLimit(share)] as const],
  );
  return { max: Max, remaining: Remaining, shares: Object.fromEntries(limits) };
}
