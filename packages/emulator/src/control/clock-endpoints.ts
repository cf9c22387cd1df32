import { z } from 'zod';
import type { Org } from '../org/org.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';

/** A hundred years, in milliseconds. */
const MOST = 100 * 366 * 24 * 60 * 60 * 1000;

/** What time it is in an org. */
export const clockEndpoints: readonly ControlEndpoint[] = [
  defineControl({ method: 'GET', path: '/clock', handle: ({ org }) => toClock(org) }),
  defineControl({
    method: 'PUT',
    path: '/clock',
    body: z.strictObject({ now: z.iso.datetime({ offset: true }), frozen: z.boolean().default(false) }),
    handle({ org }, { now, frozen }) {
      org.time.set(new Date(now), { frozen });
      return toClock(org);
    },
  }),
  defineControl({
    method: 'POST',
    path: '/clock/advance',
    body: z.strictObject({ milliseconds: z.int().min(-MOST).max(MOST) }),
    handle({ org }, { milliseconds }) {
      org.time.advance(milliseconds);
      return toClock(org);
    },
  }),
  defineControl({
    method: 'DELETE',
    path: '/clock',
    handle({ org }) {
      org.time.reset();
      return toClock(org);
    },
  }),
];

function toClock({ time }: Org): Record<string, unknown> {
  return { now: time.now().toISOString(), frozen: time.isFrozen() };
}
