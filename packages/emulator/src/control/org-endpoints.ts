import { z } from 'zod';
import type { EmulatedOrg } from '../emulated-org.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';
import { withoutUndefined } from './without-undefined.ts';

const domain = z.string().regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'is no first part of a My Domain');

const orgSchema = z
  .strictObject({
    kind: z.enum(['production', 'scratch', 'developer']),
    devHub: z.boolean().optional(),
    name: z.string().min(1).max(80).optional(),
    edition: z.string().min(1).max(40).optional(),
    domain: domain.optional(),
    instanceName: z.string().min(1).max(5).optional(),
    namespace: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_]{0,14}$/, 'is no namespace')
      .optional(),
    expiresAt: z.coerce.date().optional(),
    parentOrgId: z.string().optional(),
    admin: z
      .strictObject({ username: z.string().min(1), password: z.string().min(1).optional() })
      .transform(withoutUndefined)
      .optional(),
    dailyApiRequests: z.int().positive().optional(),
  })
  .transform(withoutUndefined);

const sandboxSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9]{0,9}$/, 'is no sandbox name: a letter, then up to nine letters or digits'),
    withRecords: z.boolean().optional(),
  })
  .transform(withoutUndefined);

/** Orgs of this process. */
export const orgEndpoints: readonly ControlEndpoint[] = [
  defineControl({
    method: 'GET',
    path: '/orgs',
    handle: ({ emulator }) => emulator.orgs.map(toSummary),
  }),
  defineControl({
    method: 'POST',
    path: '/orgs',
    body: orgSchema,
    handle: ({ emulator }, body) => withPassword(emulator.createOrg(body)),
  }),
  defineControl({
    method: 'POST',
    path: '/sandboxes',
    body: sandboxSchema,
    handle: ({ emulator, org }, body) => withPassword(emulator.createSandbox({ ...body, ofOrg: org.id })),
  }),
  defineControl({
    method: 'DELETE',
    path: '/',
    handle({ emulator, org }) {
      emulator.removeOrg(org.id);
      return { ok: true };
    },
  }),
];

function toSummary({ org, admin }: EmulatedOrg): Record<string, unknown> {
  return { orgId: org.id, ...org, admin: { username: admin.username, userId: admin.userId } };
}

/** A new org's administrator may log in; nobody else knows the password yet. */
function withPassword(emulated: EmulatedOrg): Record<string, unknown> {
  return { ...toSummary(emulated), admin: emulated.admin };
}
