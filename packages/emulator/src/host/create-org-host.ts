import type { DatabaseSync } from 'node:sqlite';
import { resumeJobs } from './resume-jobs.ts';
import { installMetadata } from '../metadata/install-metadata.ts';
import type { MetadataSource } from '../metadata/metadata-source.ts';
import { createOrg, type CreateOrgOptions, type OpenedOrg } from '../org/create-org.ts';
import { createOrgSettings } from '../org/org-settings.ts';
import { newOrgId } from '../org/new-org-id.ts';
import { toShortId } from '../org/record-id.ts';
import { DEFAULT_PASSWORD, newAdmin } from './default-admin.ts';
import { makeSandbox } from './make-sandbox.ts';
import { newIdentity, sandboxIdentity } from './new-identity.ts';
import { OrgExistsError } from './org-exists-error.ts';
import { createOrgFiles } from './org-files.ts';
import type { CreatedOrg, NewOrg, OrgHost } from './org-host.ts';
import { PrimaryOrgError } from './primary-org-error.ts';
import { SandboxResetError } from './sandbox-reset-error.ts';
import { createSnapshots, type SnapshotSummary, type Snapshots } from './snapshots.ts';
import { UnknownSnapshotError } from './unknown-snapshot-error.ts';
import { UnknownOrgError } from './unknown-org-error.ts';

export interface CreateOrgHostOptions {
  /** See `createOrgFiles`. */
  readonly data: string | undefined;
  readonly url: () => string;
  readonly clock: () => Date;
  /** Told of each row of any org before it is written. @throws SalesforceApiError to refuse it */
  readonly beforeWrite: NonNullable<CreateOrgOptions['beforeWrite']>;
  /** The first org, where there is none in `data`. */
  readonly first: NewOrg;
}

export interface OwnedOrgHost extends OrgHost {
  /** An org and who administers it. @throws UnknownOrgError */
  opened(orgId: string): OpenedOrg;
  readonly snapshots: Pick<Snapshots, 'list' | 'remove'>;
  /** A named copy of one org, or of all. It replaces one of the same name. */
  takeSnapshot(name: string, orgId?: string): SnapshotSummary;
  /**
   * Puts one org back, or all that the snapshot holds; of a snapshot of all orgs, those that are new since then end.
   *
   * @throws UnknownSnapshotError
   */
  restoreSnapshot(name: string, orgId?: string): SnapshotSummary;
  /** Empties an org, or ends all but the first one and empties that. @throws SandboxResetError for a sandbox */
  reset(orgId?: string): void;
  close(): void;
}

/** Opens the orgs that are kept in `data`, or begins with a new one. @throws DataFileError */
export function createOrgHost({ data, url, clock, beforeWrite, first }: CreateOrgHostOptions): OwnedOrgHost {
  const files = createOrgFiles(data);
  /** By the 15-character id, in the order in which they were made. */
  const opened = new Map<string, OpenedOrg>();

  const keep = (org: OpenedOrg): OpenedOrg => {
    opened.set(toShortId(org.org.id), org);
    resumeJobs(org.org);
    return org;
  };
  const shared = { clock, url, beforeWrite, host: () => host };
  const reopen = (database: DatabaseSync): OpenedOrg =>
    createOrg({ ...shared, database, admin: { username: '', password: DEFAULT_PASSWORD } });
  const snapshots = createSnapshots(files.snapshots);
  /** What each org of this process had from its beginning. */
  const installed = new Map<string, readonly MetadataSource[]>();
  const replace = (orgId: string, open: () => OpenedOrg): void => {
    opened.get(toShortId(orgId))?.close();
    keep(open());
  };
  const inOrder = (): void => {
    const sorted = [...opened.values()].sort((a, b) => positionOf(a) - positionOf(b));
    opened.clear();
    sorted.forEach(keep);
  };
  const nextPosition = (): number => Math.max(0, ...[...opened.values()].map(positionOf)) + 1;

  const host: OwnedOrgHost = {
    url,
    orgs: () => [...opened.values()].map(({ org }) => org),
    primary() {
      const [org] = opened.values();
      if (!org) throw new Error('This host has no org.');
      return org.org;
    },
    find: (orgId) => opened.get(toShortId(orgId))?.org,
    opened(orgId) {
      const found = opened.get(toShortId(orgId));
      if (!found) throw new UnknownOrgError(orgId);
      return found;
    },
    ofToken(accessToken) {
      const [orgId = ''] = accessToken.split('!');
      return host.find(orgId) ?? host.orgs().find((org) => org.sessions.find(accessToken));
    },
    ofUsername: (username) => host.orgs().find((org) => org.users.find(username)),
    ofHostName(hostName) {
      const name = toDomain(hostName);
      return host.orgs().find(({ identity }) => identity.myDomain.toLowerCase() === name);
    },
    create(options) {
      const position = nextPosition();
      const identity = newIdentity(options, position, clock());
      const admin = newAdmin(options, identity, position);
      refuseTaken(host, { domain: identity.myDomain, username: admin.username });
      const orgId = newOrgId();
      const database = files.create(orgId, opened.size === 0 ? 'first' : 'further');
      const dailyApiRequests = options.dailyApiRequests ?? (options.kind === 'production' ? 100_000 : 15_000);
      const made = createOrg({ ...shared, database, identity, orgId, admin, dailyApiRequests });
      made.org.settings.set('position', String(position));
      try {
        installed.set(orgId, options.install ?? []);
        for (const source of options.install ?? []) installMetadata(made.org, source);
      } catch (error) {
        made.close();
        files.remove(orgId);
        throw error;
      }
      return toCreated(keep(made));
    },
    copyToSandbox(source, { name, withRecords = false }) {
      const position = nextPosition();
      const identity = sandboxIdentity(source.identity, source.id, name, position);
      refuseTaken(host, { domain: identity.myDomain });
      const orgId = newOrgId();
      const database = files.copy(source.database, orgId);
      makeSandbox(database, { orgId, identity, withRecords });
      const made = reopen(database);
      made.org.settings.set('position', String(position));
      return toCreated(keep(made));
    },
    remove(orgId) {
      const gone = host.opened(orgId);
      if (gone.org === host.primary()) throw new PrimaryOrgError(gone.org.id);
      opened.delete(toShortId(orgId));
      gone.close();
      files.remove(gone.org.id);
    },
    snapshots,
    takeSnapshot(name, orgId) {
      return snapshots.take(name, orgId === undefined ? host.orgs() : [host.opened(orgId).org], orgId === undefined);
    },
    restoreSnapshot(name, orgId) {
      const wanted = orgId === undefined ? undefined : host.opened(orgId).org.id;
      const snapshot = snapshots.find(name);
      if (!snapshot || (wanted !== undefined && !snapshot.orgIds.includes(wanted))) {
        throw new UnknownSnapshotError(name, wanted);
      }
      for (const id of wanted === undefined ? snapshot.orgIds : [wanted]) {
        replace(id, () => reopen(snapshots.read(name, id, (database) => files.copy(database, id))));
      }
      if (wanted === undefined && snapshot.whole) {
        for (const { id } of host.orgs()) if (!snapshot.orgIds.includes(id)) host.remove(id);
      }
      inOrder();
      return snapshot;
    },
    reset(orgId) {
      const { org, admin, adminPassword: password } = host.opened(orgId ?? host.primary().id);
      if (org.identity.kind === 'sandbox') throw new SandboxResetError(org.id);
      if (orgId === undefined) for (const { id } of host.orgs().slice(1)) host.remove(id);
      const { id, identity } = org;
      const position = org.settings.get('position') ?? '1';
      const firstRecordNumber = org.settings.get('firstRecordNumber') ?? '';
      const dailyApiRequests = org.usage.limit;
      replace(id, () => {
        files.remove(id);
        const database = files.create(id, position === '1' ? 'first' : 'further');
        // The administrator gets the same id again.
        createOrgSettings(database).set('firstRecordNumber', firstRecordNumber);
        const { username } = admin;
        const made = createOrg({
          ...shared,
          database,
          identity,
          orgId: id,
          admin: { username, password },
          dailyApiRequests,
        });
        made.org.settings.set('position', position);
        return made;
      });
      for (const source of installed.get(id) ?? []) installMetadata(host.opened(id).org, source);
    },
    close() {
      snapshots.close();
      for (const { close } of opened.values()) close();
      opened.clear();
    },
  };

  try {
    const kept = files.openAll().map(reopen);
    kept.forEach(keep);
    inOrder();
    if (kept.length === 0) host.create({ dailyApiRequests: 100_000, ...first });
    else {
      const primary = host.primary();
      if (first.dailyApiRequests !== undefined) primary.usage.setLimit(first.dailyApiRequests);
      installed.set(primary.id, first.install ?? []);
      for (const source of first.install ?? []) installMetadata(primary, source);
    }
  } catch (error) {
    host.close();
    throw error;
  }
  return host;
}

/** Its place among the orgs of the host, from 1; the org of a file that has none is the first. */
function positionOf({ org }: OpenedOrg): number {
  return Number(org.settings.get('position') ?? 1);
}

function toDomain(hostName: string): string {
  return hostName
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/\.localhost$/, '.salesforce.com');
}

function toCreated({ org, admin, adminPassword }: OpenedOrg): CreatedOrg {
  return { org, admin, password: adminPassword };
}

function refuseTaken(host: OrgHost, { domain, username }: { domain: string; username?: string }): void {
  if (host.ofHostName(domain)) throw new OrgExistsError(`the My Domain ${domain}`);
  if (username !== undefined && host.ofUsername(username)) throw new OrgExistsError(`the username ${username}`);
}
