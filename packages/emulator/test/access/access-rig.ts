import type { CreateUserOptions } from '../../src/index.ts';
import { createEmulatorRig, salesMetadata, type Answer, type EmulatorRig } from '../emulator-rig.ts';
import type { EmulatorOptions } from '../../src/index.ts';

/** Somebody who calls the emulator with a session of their own. */
export interface Caller {
  readonly userId: string;
  readonly accessToken: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Status and body of a query. */
  query(soql: string): Promise<Answer>;
}

export interface AccessRig extends EmulatorRig {
  /** A new user with a session. @default on the profile Minimum Access - API Only Integrations */
  user(options?: Partial<CreateUserOptions>): Caller;
}

let users = 0;

/** An org with the metadata of a customer, whose administrator is the rig itself. */
export async function createAccessRig(options: EmulatorOptions = { install: [salesMetadata] }): Promise<AccessRig> {
  const rig = await createEmulatorRig(options);
  return {
    ...rig,
    user(given = {}) {
      const username = given.username ?? `user${(users += 1)}@example.com`;
      const profile = 'Minimum Access - API Only Integrations';
      const { userId } = rig.emulator.createUser({ password: 'x', profile, ...given, username });
      const { accessToken } = rig.emulator.issueSession({ username });
      const call: Caller['call'] = (method, path, body, headers = {}) =>
        rig.call(method, path, body, { authorization: `Bearer ${accessToken}`, ...headers });
      return {
        userId,
        accessToken,
        call,
        query: (soql) => call('GET', `/query?q=${encodeURIComponent(soql)}`),
      };
    },
  };
}
