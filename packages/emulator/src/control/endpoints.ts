import { z } from 'zod';
import { appSchema } from './app-schema.ts';
import { clockEndpoints } from './clock-endpoints.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';
import { accessEndpoints } from './access-endpoints.ts';
import { orgEndpoints } from './org-endpoints.ts';
import { withoutUndefined } from './without-undefined.ts';

const done = { ok: true } as const;

const matchSchema = z
  .strictObject({
    method: z.string().optional(),
    /** A part of the path, query string included. */
    path: z.string().optional(),
    /** A regular expression for it. */
    pathPattern: z.string().refine(isPattern, 'is no regular expression').optional(),
    times: z.int().positive().optional(),
  })
  .transform(({ method, path, pathPattern, times }) => ({
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    ...(pathPattern !== undefined && { path: new RegExp(pathPattern) }),
    ...(times !== undefined && { times }),
  }))
  .default({});

/** Longest time that a timer can wait, in milliseconds. */
const MAX_DELAY = 2 ** 31 - 1;

const faultSchema = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('dropAnswerAfterCommit'), match: matchSchema }),
  z.strictObject({
    fault: z.literal('failNext'),
    answer: z.strictObject({ status: z.int().min(200).max(599), body: z.unknown() }),
    match: matchSchema,
  }),
  z.strictObject({
    fault: z.literal('delayNext'),
    milliseconds: z.int().nonnegative().max(MAX_DELAY),
    match: matchSchema,
  }),
]);

const userSchema = z
  .strictObject({
    username: z.string().min(1),
    password: z.string().min(1),
    name: z.string().min(1).optional(),
    profile: z.string().min(1).optional(),
    permissionSets: z.array(z.string().min(1)).optional(),
    isActive: z.boolean().optional(),
    timeZone: z.string().min(1).optional(),
  })
  .transform(({ username, password, ...user }) => ({ username, password, ...withoutUndefined(user) }));

const sourceSchema = z
  .strictObject({ directory: z.string().min(1), namespace: z.string().optional() })
  .transform(({ namespace, ...source }) => ({ ...source, ...(namespace !== undefined && { namespace }) }));

const switchesSchema = z
  .strictObject({
    contentInGraph: z.enum(['accepted', 'refused']).optional(),
    collation: z.enum(['asSent', 'reordered']).optional(),
    usernamePasswordFlow: z.enum(['blocked', 'allowed']).optional(),
    apiNotEnabled: z.enum(['API_CURRENTLY_DISABLED', 'API_DISABLED_FOR_ORG']).optional(),
    loginIpRanges: z.enum(['login', 'everyRequest']).optional(),
  })
  .transform(withoutUndefined);

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Everything that can be done from outside, by path. Below `/orgs/<org id>` the same for another org than the first. */
export const controlEndpoints: readonly ControlEndpoint[] = [
  ...orgEndpoints,
  ...clockEndpoints,
  ...accessEndpoints,
  defineControl({
    method: 'GET',
    path: '/',
    handle: ({ emulator, emulated: { admin, org: identity }, org }) => ({
      orgId: org.id,
      url: org.url(),
      loginUrl: emulator.loginUrl,
      testLoginUrl: emulator.testLoginUrl,
      ...identity,
      admin: { username: admin.username, userId: admin.userId },
      notesEnabled: org.schema.object('ContentNote') !== undefined,
      apiRequests: { used: org.usage.used(), limit: org.usage.limit },
    }),
  }),
  defineControl({
    method: 'GET',
    path: '/counts',
    handle: ({ emulated, org }) =>
      Object.fromEntries(org.schema.objects().map(({ name }) => [name, emulated.count(name)])),
  }),
  defineControl({
    method: 'GET',
    path: '/records/:name',
    handle: ({ emulated, name }) => emulated.records(name),
  }),
  defineControl({
    method: 'GET',
    path: '/requests',
    handle: ({ emulator }) => ({ apiCalls: emulator.apiCalls(), requests: emulator.requests() }),
  }),
  defineControl({
    method: 'DELETE',
    path: '/requests',
    handle({ emulator }) {
      emulator.clearRequests();
      return done;
    },
  }),
  defineControl({
    method: 'POST',
    path: '/faults',
    body: faultSchema,
    handle({ emulator: { faults } }, body) {
      if (body.fault === 'dropAnswerAfterCommit') faults.dropAnswerAfterCommit(body.match);
      else if (body.fault === 'failNext') faults.failNext(body.answer, body.match);
      else faults.delayNext(body.milliseconds, body.match);
      return done;
    },
  }),
  defineControl({
    method: 'DELETE',
    path: '/faults',
    handle({ emulator }) {
      emulator.faults.clear();
      return done;
    },
  }),
  defineControl({
    method: 'POST',
    path: '/apps',
    body: appSchema,
    handle: ({ emulated }, body) => emulated.registerApp(body),
  }),
  defineControl({
    method: 'GET',
    path: '/apps',
    handle: ({ org }) => org.oauth.apps.list(),
  }),
  defineControl({
    method: 'POST',
    path: '/users',
    body: userSchema,
    handle: ({ emulated }, body) => emulated.createUser(body),
  }),
  defineControl({
    method: 'POST',
    path: '/sessions',
    body: z.strictObject({ username: z.string().optional() }),
    handle: ({ emulated }, { username }) => emulated.issueSession(username === undefined ? undefined : { username }),
  }),
  defineControl({
    method: 'POST',
    path: '/sessions/expire',
    body: z.strictObject({ accessToken: z.string() }),
    handle({ emulator }, { accessToken }) {
      emulator.expireSession(accessToken);
      return done;
    },
  }),
  defineControl({
    method: 'PUT',
    path: '/notes',
    body: z.strictObject({ enabled: z.boolean() }),
    handle({ emulated }, { enabled }) {
      emulated.setNotesEnabled(enabled);
      return done;
    },
  }),
  defineControl({
    method: 'PUT',
    path: '/switches',
    body: switchesSchema,
    handle({ emulated }, body) {
      emulated.setSwitches(body);
      return done;
    },
  }),
  defineControl({
    method: 'POST',
    path: '/install',
    body: sourceSchema,
    handle: ({ emulated }, body) => emulated.install(body),
  }),
];
