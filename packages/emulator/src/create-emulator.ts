import { createControl } from './control/create-control.ts';
import type { EmulatedOrg } from './emulated-org.ts';
import { createEmulatedOrg } from './create-emulated-org.ts';
import type { Emulator } from './emulator.ts';
import type { EmulatorOptions } from './emulator-options.ts';
import { createFaults } from './faults/faults.ts';
import { createOrgHost } from './host/create-org-host.ts';
import { fitsFilter } from './http/request-filter.ts';
import { createRequestLog } from './http/request-log.ts';
import { createOperationRouter } from './http/router.ts';
import { originOf } from './http/server-address.ts';
import { startServer } from './http/server.ts';
import { seedOnce } from './seed/seed-once.ts';
import { operations } from './operations/index.ts';
import { refusedMethods } from './operations/refused-methods.ts';

/** Starts emulated orgs, on 127.0.0.1 unless told otherwise; they answer when the promise resolves. */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port = 0, data, install = [], clock = () => new Date(), dailyApiRequests } = options;
  const at = { address: options.address ?? '127.0.0.1', tls: options.tls };
  let url = '';
  let loginUrls = { production: '', test: '' };
  const first = {
    kind: 'developer',
    ...options.org,
    install: [...(options.org?.install ?? []), ...install],
    ...(dailyApiRequests !== undefined && { dailyApiRequests }),
  } as const;
  const faults = createFaults();
  const host = createOrgHost({ data, clock, url: () => url, beforeWrite: faults.beforeWrite, first });
  const log = createRequestLog();

  const userIdOf = (username: string) => host.ofUsername(username)?.users.find(username)?.id;
  const handle = (orgId: string): EmulatedOrg => createEmulatedOrg({ host, orgId: host.opened(orgId).org.id, log });
  const primary = handle(host.primary().id);
  const own = {
    get url() {
      return url;
    },
    get loginUrl() {
      return loginUrls.production;
    },
    get testLoginUrl() {
      return loginUrls.test;
    },
    get orgs() {
      return host.orgs().map(({ id }) => handle(id));
    },
    createOrg: (org) => handle(host.create(org).org.id),
    createSandbox({ ofOrg, ...sandbox }) {
      const source = ofOrg === undefined ? host.primary() : host.opened(ofOrg).org;
      return handle(host.copyToSandbox(source, sandbox).org.id);
    },
    removeOrg: (orgId) => host.remove(orgId),
    expireSession: (accessToken) => host.ofToken(accessToken)?.sessions.expire(accessToken),
    faults,
    requests: (filter = {}) => log.requests().filter((request) => fitsFilter(request, filter, userIdOf)),
    takeSnapshot: (name) => host.takeSnapshot(name),
    restoreSnapshot: (name) => host.restoreSnapshot(name),
    get snapshots() {
      return host.snapshots.list();
    },
    removeSnapshot: (name) => host.snapshots.remove(name),
    reset() {
      host.reset();
      if (options.seed !== undefined) seedOnce(host.opened(primary.org.id), options.seed);
      faults.clear();
      log.clear();
    },
    clearRequests: log.clear,
    apiCalls: () => log.apiCalls(),
    close: () => (closed ??= closeServer().then(() => host.close())),
  } satisfies Partial<Emulator>;
  const emulator = Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(primary),
      ...Object.getOwnPropertyDescriptors(own),
    },
  ) as Emulator;

  let closed: Promise<void> | undefined;
  let closeServer: () => Promise<void> = () => Promise.resolve();
  try {
    if (options.seed !== undefined) seedOnce(host.opened(primary.org.id), options.seed);
    const server = await startServer({
      at,
      timeouts: options.timeouts ?? {},
      port,
      loginPorts: { production: options.loginPort ?? 0, test: options.testLoginPort ?? 0 },
      host,
      router: createOperationRouter([...operations, ...refusedMethods(operations)]),
      faults,
      log,
      control: createControl({ emulator, host, handle }),
      unexpected: (error) => reportUnexpected(error),
    });
    closeServer = server.close;
    const { production, test } = server.loginPorts;
    url = originOf(at, server.port);
    loginUrls = { production: originOf(at, production), test: originOf(at, test) };
  } catch (error) {
    host.close();
    throw error;
  }
  return emulator;
}

/** A mistake of the emulator's own; its request was answered with 500. */
function reportUnexpected(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
