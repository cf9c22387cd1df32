import { enablePersonAccounts } from './dml/persons/enable-person-accounts.ts';
import { cloneProfile } from './access/clone-profile.ts';
import { profileNamed } from './access/find-by-name.ts';
import type { EmulatedOrg } from './emulated-org.ts';
import type { OwnedOrgHost } from './host/create-org-host.ts';
import { fitsFilter } from './http/request-filter.ts';
import { createSeed } from './seed/create-seed.ts';
import type { RequestLog } from './http/request-log.ts';
import { deployJobs } from './metadata/deploy/deploy-jobs.ts';
import { installMetadata } from './metadata/install-metadata.ts';
import { registerApp } from './oauth/apps/register-app.ts';
import type { Org } from './org/org.ts';
import { packagingJobs } from './packaging/requests/packaging-jobs.ts';
import { toApiValues } from './records/to-api-record.ts';
import { UnknownObjectError } from './unknown-object-error.ts';
import { UnknownUserError } from './unknown-user-error.ts';

const NEWEST_VERSION = '68.0';

export interface EmulatedOrgOptions {
  readonly host: OwnedOrgHost;
  readonly orgId: string;
  readonly log: RequestLog;
}

/** The handle on one org. It stays good when the org is restored. @throws UnknownOrgError once the org is removed */
export function createEmulatedOrg({ host, orgId, log }: EmulatedOrgOptions): EmulatedOrg {
  const current = (): Org => host.opened(orgId).org;
  const objectNamed = (name: string) => {
    const object = current().schema.object(name);
    if (!object) throw new UnknownObjectError(name);
    return object;
  };

  const { org, admin, adminPassword } = host.opened(orgId);
  return {
    org: { id: org.id, ...org.identity },
    admin: { username: admin.username, password: adminPassword, userId: admin.id },
    get time() {
      return current().time;
    },
    install: (source) => installMetadata(current(), source),
    registerApp(app) {
      const { clientId, clientSecret } = registerApp(current(), app);
      return { clientId, clientSecret };
    },
    createUser: (user) => ({ userId: current().users.create(user).id }),
    changeUser(username, changes) {
      const { users, transaction } = current();
      const user = users.find(username);
      if (!user) throw new UnknownUserError(username);
      transaction(() => users.change(user.id, changes));
    },
    cloneProfile: (profile) => ({ profileId: cloneProfile(current(), profile) }),
    setLoginPolicy(profile, policy) {
      const { access, database } = current();
      access.loginPolicies.set(profileNamed(database, profile), policy);
    },
    issueSession(wanted) {
      const { users, sessions, url } = current();
      const user = wanted === undefined ? users.findById(admin.id) : users.find(wanted.username);
      if (!user) throw new UnknownUserError(wanted?.username ?? admin.username);
      return { accessToken: sessions.issue({ userId: user.id }).accessToken, instanceUrl: url() };
    },
    expireSession: (accessToken) => current().sessions.expire(accessToken),
    endSessions(wanted) {
      const { users, sessions } = current();
      const user = wanted && users.find(wanted.username);
      if (wanted && !user) throw new UnknownUserError(wanted.username);
      sessions.expireAll(user?.id);
    },
    setSessionTimeout: (minutes) => current().sessions.setTimeoutMinutes(minutes),
    setNotesEnabled: (enabled) => current().schema.setNotesEnabled(enabled),
    enablePersonAccounts: () => enablePersonAccounts(current()),
    setSwitches: (values) => current().switches.set(values),
    holdDeployments: (held) => deployJobs(current()).hold(held),
    holdPackaging: (held) => packagingJobs(current()).hold(held),
    requests: (filter = {}) =>
      log
        .requests()
        .filter((request) => fitsFilter(request, { ...filter, org: orgId }, (name) => current().users.find(name)?.id)),
    seed: (seed) => createSeed(current(), admin.id, seed),
    takeSnapshot: (name) => host.takeSnapshot(name, orgId),
    restoreSnapshot: (name) => host.restoreSnapshot(name, orgId),
    reset: () => host.reset(orgId),
    apiCalls: () => log.apiCalls(orgId),
    count: (object) => current().records.count(objectNamed(object)),
    records(name) {
      const object = objectNamed(name);
      return current()
        .records.all(object)
        .map((row) => toApiValues(object, row, { apiVersion: NEWEST_VERSION }));
    },
  };
}
