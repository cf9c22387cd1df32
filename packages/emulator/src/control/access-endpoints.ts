import { isIP } from 'node:net';
import { z } from 'zod';
import { weekdays } from '../access/login-policy.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';
import { withoutUndefined } from './without-undefined.ts';

const minute = z
  .int()
  .min(0)
  .max(24 * 60);
const address = z.string().refine((text) => isIP(text) !== 0, 'is no IP address');

const policySchema = z
  .strictObject({
    loginHours: z.partialRecord(z.enum(weekdays), z.strictObject({ start: minute, end: minute })).optional(),
    loginIpRanges: z.array(z.strictObject({ start: address, end: address })).optional(),
  })
  .transform(withoutUndefined);

const changeSchema = z
  .strictObject({
    isActive: z.boolean().optional(),
    isFrozen: z.boolean().optional(),
    profile: z.string().min(1).optional(),
    permissionSets: z.array(z.string().min(1)).optional(),
  })
  .transform(withoutUndefined);

/** What an administrator sets about people in Setup. */
export const accessEndpoints: readonly ControlEndpoint[] = [
  defineControl({
    method: 'PUT',
    path: '/login-policies/:name',
    body: policySchema,
    handle({ emulated, name }, body) {
      emulated.setLoginPolicy(name, body);
      return { ok: true };
    },
  }),
  defineControl({
    method: 'POST',
    path: '/profiles',
    body: z.strictObject({ name: z.string().min(1).max(255), from: z.string().min(1) }),
    handle: ({ emulated }, body) => emulated.cloneProfile(body),
  }),
  defineControl({
    method: 'PUT',
    path: '/users/:name',
    body: changeSchema,
    handle({ emulated, name }, body) {
      emulated.changeUser(name, body);
      return { ok: true };
    },
  }),
];
