import { z } from 'zod';
import { STATUSES_UNDER_WAY } from '../packaging/requests/held-packaging.ts';
import { seedSchema } from '../seed/seed.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';

const named = z.strictObject({ name: z.string().regex(/^[\w-]{1,80}$/, 'must be letters, digits, _ and -') });

/** Snapshots, resets and seeds: of all orgs, or of the one that the path names. */
export const stateEndpoints: readonly ControlEndpoint[] = [
  defineControl({
    method: 'GET',
    path: '/snapshots',
    handle: ({ emulator, scope }) =>
      emulator.snapshots.filter(({ orgIds }) => scope === undefined || orgIds.includes(scope)),
  }),
  defineControl({
    method: 'POST',
    path: '/snapshots',
    body: named,
    handle: ({ emulator, emulated, scope }, { name }) => (scope === undefined ? emulator : emulated).takeSnapshot(name),
  }),
  defineControl({
    method: 'POST',
    path: '/snapshots/restore',
    body: named,
    handle: ({ emulator, emulated, scope }, { name }) =>
      (scope === undefined ? emulator : emulated).restoreSnapshot(name),
  }),
  defineControl({
    method: 'DELETE',
    path: '/snapshots/:name',
    handle({ emulator, name }) {
      emulator.removeSnapshot(named.parse({ name }).name);
      return { ok: true };
    },
  }),
  defineControl({
    method: 'POST',
    path: '/reset',
    handle({ emulator, emulated, scope }) {
      (scope === undefined ? emulator : emulated).reset();
      return { ok: true };
    },
  }),
  defineControl({
    method: 'PUT',
    path: '/deployments',
    body: z.strictObject({ held: z.union([z.boolean(), z.literal('InProgress')]) }),
    handle({ emulated }, { held }) {
      emulated.holdDeployments(held);
      return { ok: true };
    },
  }),
  defineControl({
    method: 'PUT',
    path: '/packaging',
    body: z.strictObject({ held: z.union([z.boolean(), z.enum(STATUSES_UNDER_WAY)]) }),
    handle({ emulated }, { held }) {
      emulated.holdPackaging(held);
      return { ok: true };
    },
  }),
  defineControl({
    method: 'POST',
    path: '/seed',
    body: seedSchema,
    handle: ({ emulated }, seed) => emulated.seed(seed),
  }),
];
