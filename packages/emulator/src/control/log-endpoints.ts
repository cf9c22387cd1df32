import { z } from 'zod';
import type { RequestFilter } from '../http/request-filter.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';
import { isPattern } from './is-pattern.ts';
import { withoutUndefined } from './without-undefined.ts';

const filterSchema = z
  .strictObject({
    method: z.string().optional(),
    path: z.string().optional(),
    pathPattern: z
      .string()
      .refine(isPattern, 'is no regular expression')
      .transform((source) => new RegExp(source))
      .optional(),
    status: z
      .union([z.enum(['1xx', '2xx', '3xx', '4xx', '5xx']), z.coerce.number<string>().int().min(0).max(599)])
      .optional(),
    user: z.string().optional(),
    org: z.string().optional(),
    since: z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .optional(),
  })
  .transform(({ pathPattern, path, ...rest }): RequestFilter => {
    const wanted = pathPattern ?? path;
    return { ...withoutUndefined(rest), ...(wanted !== undefined && { path: wanted }) };
  });

/** What was asked, and how many API calls it cost. */
export const logEndpoints: readonly ControlEndpoint[] = [
  defineControl({
    method: 'GET',
    path: '/requests',
    handle({ emulator, emulated, scope, query }) {
      const filter = filterSchema.parse(Object.fromEntries(query));
      const log = scope === undefined ? emulator : emulated;
      return { apiCalls: log.apiCalls(), requests: log.requests(filter) };
    },
  }),
  defineControl({
    method: 'DELETE',
    path: '/requests',
    handle({ emulator }) {
      emulator.clearRequests();
      return { ok: true };
    },
  }),
];
