import { createControl } from './control/create-control.ts';
import type { Emulator } from './emulator.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { createFaults } from './faults/faults.ts';
import { createRequestLog } from './http/request-log.ts';
import { createOperationRouter } from './http/router.ts';
import { startServer } from './http/server.ts';
import { installMetadata } from './metadata/install-metadata.ts';
import { operations } from './operations/index.ts';
import { createOrg } from './org/create-org.ts';
import { toApiValues } from './records/to-api-record.ts';
import { UnknownObjectError } from './unknown-object-error.ts';
import { UnknownUserError } from './unknown-user-error.ts';

/** The administrator of every new org. */
const ADMIN = { username: 'admin@uman.test', password: 'emulated-org-1' } as const;
const NEWEST_VERSION = '68.0';

/** Starts an emulated org on 127.0.0.1; it answers when the promise resolves. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, data, install = [], clock = () => new Date(), dailyApiRequests = 100_000 } = options;
  let url = '';
  const { org, admin, close } = createOrg({ data, clock, url: () => url, dailyApiRequests, admin: ADMIN });
  const faults = createFaults();
  const log = createRequestLog();

  const objectNamed = (name: string) => {
    const object = org.schema.object(name);
    if (!object) throw new UnknownObjectError(name);
    return object;
  };
  const emulator: Omit<Emulator, 'url' | 'close'> = {
    org: { id: org.id },
    admin: { username: admin.username, password: ADMIN.password, userId: admin.id },
    install: (source) => installMetadata(org, source),
    registerApp(app) {
      const { clientId, clientSecret } = org.oauth.apps.register(app);
      return { clientId, clientSecret };
    },
    createUser: (user) => ({ userId: org.users.create(user).id }),
    issueSession({ username } = { username: admin.username }) {
      const user = org.users.find(username);
      if (!user) throw new UnknownUserError(username);
      return { accessToken: org.sessions.issue({ userId: user.id }).accessToken, instanceUrl: url };
    },
    expireSession: (accessToken) => org.sessions.expire(accessToken),
    setNotesEnabled: (enabled) => org.schema.setNotesEnabled(enabled),
    setSwitches: (values) => org.switches.set(values),
    faults: {
      dropAnswerAfterCommit: faults.dropAnswerAfterCommit,
      failNext: faults.failNext,
      delayNext: faults.delayNext,
      clear: faults.clear,
    },
    requests: log.requests,
    clearRequests: log.clear,
    apiCalls: log.apiCalls,
    count: (object) => org.records.count(objectNamed(object)),
    records(name) {
      const object = objectNamed(name);
      return org.records.all(object).map((row) => toApiValues(object, row, { apiVersion: NEWEST_VERSION }));
    },
  };

  let server;
  try {
    for (const source of install) emulator.install(source);
    server = await startServer({
      port,
      org: () => org,
      router: createOperationRouter(operations),
      faults,
      log,
      control: createControl({ emulator, org }),
      unexpected: (error) => reportUnexpected(error),
    });
  } catch (error) {
    close();
    throw error;
  }
  url = `http://127.0.0.1:${server.port}`;
  let closed: Promise<void> | undefined;
  const { close: closeServer } = server;
  return {
    ...emulator,
    url,
    close: () => (closed ??= closeServer().then(close)),
  };
}

/** A mistake of the emulator's own; its request was answered with 500. */
function reportUnexpected(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
