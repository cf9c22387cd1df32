import { z } from 'zod';
import type { ArmedFault } from '../faults/faults.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';
import { faultSchema } from './fault-schema.ts';

const done = { ok: true } as const;

/** What the orgs are told to do wrong. */
export const faultEndpoints: readonly ControlEndpoint[] = [
  defineControl({
    method: 'POST',
    path: '/faults',
    body: faultSchema,
    handle: ({ emulator: { faults }, scope }, body) => ({
      ...done,
      id: faults.add(scope === undefined ? body : { ...body, org: scope }),
    }),
  }),
  defineControl({
    method: 'GET',
    path: '/faults',
    handle: ({ emulator, scope }) =>
      emulator.faults
        .list()
        .filter(({ fault }) => scope === undefined || fault.org === scope)
        .map(toPrinted),
  }),
  defineControl({
    method: 'DELETE',
    path: '/faults/:name',
    handle({ emulator, name }) {
      emulator.faults.remove(name);
      return done;
    },
  }),
  defineControl({
    method: 'DELETE',
    path: '/faults',
    handle({ emulator: { faults }, scope }) {
      if (scope === undefined) faults.clear();
      else for (const { id, fault } of faults.list()) if (fault.org === scope) faults.remove(id);
      return done;
    },
  }),
  defineControl({
    method: 'PUT',
    path: '/limits/daily',
    body: z.strictObject({ limit: z.int().positive().optional(), used: z.int().nonnegative().optional() }),
    handle({ org: { usage } }, { limit, used }) {
      if (limit !== undefined) usage.setLimit(limit);
      if (used !== undefined) usage.setUsed(used);
      return { used: usage.used(), limit: usage.limit };
    },
  }),
];

/** A pattern is printed as its source. */
function toPrinted({ id, fault, hits }: ArmedFault): Record<string, unknown> {
  const path = 'path' in fault ? fault.path : undefined;
  const printed = path instanceof RegExp ? { path: undefined, pathPattern: path.source } : {};
  return { id, hits, ...fault, ...printed };
}
