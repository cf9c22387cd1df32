import { z } from 'zod';
import { defineControl, type ControlEndpoint } from './control-endpoint.ts';

const done = { ok: true } as const;
const whose = z.strictObject({ username: z.string().optional() });

/** Sessions, without the login that they come from otherwise. */
export const sessionEndpoints: readonly ControlEndpoint[] = [
  defineControl({
    method: 'POST',
    path: '/sessions',
    body: whose,
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
    method: 'POST',
    path: '/sessions/end',
    body: whose,
    handle({ emulated }, { username }) {
      emulated.endSessions(username === undefined ? undefined : { username });
      return done;
    },
  }),
  defineControl({
    method: 'PUT',
    path: '/sessions/timeout',
    body: z.strictObject({ minutes: z.number().positive().nullable() }),
    handle({ emulated }, { minutes }) {
      emulated.setSessionTimeout(minutes ?? undefined);
      return done;
    },
  }),
];
