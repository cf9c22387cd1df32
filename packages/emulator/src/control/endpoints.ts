import { z } from 'zod';
import { appSchema } from './app-schema.ts';
import { clockEndpoints } from './clock-endpoints.ts';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';
import { accessEndpoints } from './access-endpoints.ts';
import { faultEndpoints } from './fault-endpoints.ts';
import { logEndpoints } from './log-endpoints.ts';
import { orgEndpoints } from './org-endpoints.ts';
import { sessionEndpoints } from './session-endpoints.ts';
import { stateEndpoints } from './state-endpoints.ts';
import { withoutUndefined } from './without-undefined.ts';

const done = { ok: true } as const;

const userSchema = z
  .strictObject({
    username: z.string().min(1),
    password: z.string().min(1),
    securityToken: z.string().min(1).optional(),
    name: z.string().min(1).optional(),
    profile: z.string().min(1).optional(),
    permissionSets: z.array(z.string().min(1)).optional(),
    isActive: z.boolean().optional(),
    timeZone: z.string().min(1).optional(),
  })
  .transform(withoutUndefined);

const sourceSchema = z
  .strictObject({ directory: z.string().min(1), namespace: z.string().optional() })
  .transform(withoutUndefined);

const switchesSchema = z
  .strictObject({
    contentInGraph: z.enum(['accepted', 'refused']).optional(),
    collation: z.enum(['asSent', 'reordered']).optional(),
    usernamePasswordFlow: z.enum(['blocked', 'allowed']).optional(),
    soapApiLogin: z.enum(['blocked', 'allowed']).optional(),
    apiNotEnabled: z.enum(['API_CURRENTLY_DISABLED', 'API_DISABLED_FOR_ORG']).optional(),
    loginIpRanges: z.enum(['login', 'everyRequest']).optional(),
  })
  .transform(withoutUndefined);

/** Everything that can be done from outside, by path. Below `/orgs/<org id>` the same for another org than the first. */
export const controlEndpoints: readonly ControlEndpoint[] = [
  ...orgEndpoints,
  ...sessionEndpoints,
  ...clockEndpoints,
  ...accessEndpoints,
  ...faultEndpoints,
  ...logEndpoints,
  ...stateEndpoints,
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
    path: '/person-accounts',
    body: z.strictObject({ enabled: z.literal(true) }),
    handle({ emulated }) {
      emulated.enablePersonAccounts();
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
