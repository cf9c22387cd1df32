import { customProfiles } from '../../access/custom-profiles.ts';
import { formFields, type FormFields } from '../../oauth/form-fields.ts';
import { loginPage } from '../../oauth/login-page.ts';
import { passwordLogin } from '../../oauth/password-login.ts';
import { findPackageVersion, type PublishedVersion } from '../../packaging/find-package-version.ts';
import { installedVersion } from '../../packaging/install-validation.ts';
import { isFromAnotherSite } from '../../pages/is-from-another-site.ts';
import { callerByCookie, sessionCookie, type BrowserCaller } from '../../pages/session-cookie.ts';
import { installKeyPage } from '../../packaging/pages/install-key-page.ts';
import { installPage, type InstallPageOptions, type InstallSecurity } from '../../packaging/pages/install-page.ts';
import { installResultPage } from '../../packaging/pages/install-result-page.ts';
import { refusalPage } from '../../pages/refusal-page.ts';
import { requestInstall } from '../../packaging/request-install.ts';
import { hasKey } from '../../packaging/show-package-version.ts';
import { toolingSchema } from '../../tooling/tooling-schema.ts';
import { defineOperation, type Operation, type OperationResponse } from '../operation.ts';

const page = {
  path: '/packaging/installPackage.apexp',
  evidence: ['documented', 'unverified'],
  source:
    'packaging guide, Install Packages with a URL (`p0`), Installation Security Settings; the pages and their forms are ' +
    "this emulator's own",
  public: true,
  countsAsApiCall: false,
} satisfies Partial<Operation>;

/** Asks who installs (`login=other`: again), then what for whom; `request` shows how an installation stands. */
export const showInstallPage = defineOperation({
  name: 'Packaging: the installation page',
  method: 'GET',
  ...page,
  handle(context) {
    const fields = formFields(context.request);
    const caller = fields['login'] === 'other' ? undefined : callerByCookie(context);
    if (!caller) return loginPage({ appName: 'Salesforce', username: '' });
    return withVersion(caller, fields, (published) => show(caller, published, fields));
  },
});

/**
 * Takes what the pages ask for: `username` and `password`, then `installKey` of a protected package, then `security` (`none`, `full`, or `custom` with a field
 * `profile-<id>` for each profile). A script may send all of them at once. Who sends a username logs in, whoever was logged in before.
 */
export const submitInstallPage = defineOperation({
  name: 'Packaging: login and installation',
  method: 'POST',
  takes: 'form',
  ...page,
  handle(context) {
    if (isFromAnotherSite(context.request)) {
      return refusalPage({ status: 403, reason: 'This was sent from a page of another site. Nothing was installed.' });
    }
    const fields = formFields(context.request);
    const known = fields['username'] === undefined ? callerByCookie(context) : undefined;
    if (known) return withVersion(known, fields, (published) => install(known, published, fields));
    const login = passwordLogin(context, fields);
    if ('problem' in login) {
      return loginPage({ appName: 'Salesforce', username: fields['username'] ?? '', problem: login.problem });
    }
    const caller = { org: login.org, userId: login.user.id };
    const answer =
      fields['security'] === undefined
        ? seeOther(fields)
        : withVersion(caller, fields, (published) => install(caller, published, fields));
    return { ...answer, headers: { ...answer.headers, ...sessionCookie(caller) } };
  },
});

function withVersion(
  { org, userId }: BrowserCaller,
  fields: FormFields,
  answer: (published: PublishedVersion) => OperationResponse,
): OperationResponse {
  const published = findPackageVersion(org, fields['p0'] ?? '');
  if (!published) return refusalPage({ status: 404, reason: 'There is no package version with this id.' });
  if (!org.access.of(userId).has('CustomizeApplication')) {
    return refusalPage({
      status: 403,
      reason: 'You need the permissions of an administrator to install packages.',
      otherLogin: otherLoginOf(fields),
    });
  }
  return answer(published);
}

function show(caller: BrowserCaller, published: PublishedVersion, fields: FormFields): OperationResponse {
  const { org } = caller;
  toolingSchema(org);
  const request = org.records.find('PackageInstallRequest', fields['request'] ?? '');
  const isOfVersion = request?.['SubscriberPackageVersionKey'] === published.content.subscriberVersionId;
  return request && isOfVersion
    ? installResultPage(String(published.package2['Name']), request)
    : published.content.installKey === null
      ? installPage(offer(caller, published, fields))
      : installKeyPage(person(caller, fields));
}

function offer(caller: BrowserCaller, published: PublishedVersion, fields: FormFields): InstallPageOptions {
  const { org } = caller;
  return {
    published,
    upgrades: installedVersion(org, published) !== undefined,
    security: securityOf(fields) ?? 'none',
    profiles: customProfiles(org).map(({ id, name }) => ({
      id,
      name,
      isChosen: fields[`profile-${id}`] !== undefined,
    })),
    installKey: published.content.installKey === null ? undefined : fields['installKey'],
    ...person(caller, fields),
  };
}

function person(
  { org, userId }: BrowserCaller,
  fields: FormFields,
): Pick<InstallPageOptions, 'username' | 'orgName' | 'otherLogin'> {
  return {
    username: org.users.findById(userId)?.username ?? '',
    orgName: org.identity.name,
    otherLogin: otherLoginOf(fields),
  };
}

function install(caller: BrowserCaller, published: PublishedVersion, fields: FormFields): OperationResponse {
  const { installKey } = fields;
  if (!hasKey(published, installKey)) {
    return installKeyPage({
      ...person(caller, fields),
      problem: 'The installation key is missing or incorrect.',
    });
  }
  const offered = offer(caller, published, fields);
  const security = securityOf(fields);
  if (offered.installKey !== undefined && fields['security'] === undefined) return installPage(offered);
  const profileIds = offered.profiles.filter(({ isChosen }) => isChosen).map(({ id }) => id);
  if (security === undefined || (security === 'custom' && profileIds.length === 0)) {
    return installPage({ ...offered, problem: 'Choose for whom to install.' });
  }
  const values = {
    SubscriberPackageVersionKey: published.content.subscriberVersionId,
    SecurityType: security,
    Password: installKey?.replaceAll(/[\\']/g, '\\$&') ?? null,
  };
  const id = caller.org.transaction(() =>
    requestInstall(caller, values, security === 'custom' ? profileIds : undefined),
  );
  return seeOther(fields, id);
}

function securityOf({ security }: FormFields): InstallSecurity | undefined {
  return security === 'none' || security === 'full' || security === 'custom' ? security : undefined;
}

function seeOther(fields: FormFields, request?: string): OperationResponse {
  const query = new URLSearchParams({ p0: fields['p0'] ?? '', ...(request !== undefined && { request }) });
  return { status: 303, headers: { Location: `${page.path}?${query.toString()}`, 'Cache-Control': 'no-store' } };
}

function otherLoginOf(fields: FormFields): string {
  return `${page.path}?${new URLSearchParams({ p0: fields['p0'] ?? '', login: 'other' }).toString()}`;
}
