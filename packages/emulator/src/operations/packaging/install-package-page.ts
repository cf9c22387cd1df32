import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { formFields, type FormFields } from '../../oauth/form-fields.ts';
import { loginPage } from '../../oauth/login-page.ts';
import { passwordLogin } from '../../oauth/password-login.ts';
import type { Org } from '../../org/org.ts';
import { findPackageVersion, type PublishedVersion } from '../../packaging/find-package-version.ts';
import { installedVersion } from '../../packaging/install-validation.ts';
import { installPage } from '../../packaging/pages/install-page.ts';
import { installResultPage } from '../../packaging/pages/install-result-page.ts';
import { refusalPage } from '../../oauth/refusal-page.ts';
import { requestInstall } from '../../packaging/request-install.ts';
import { hasKey } from '../../packaging/show-package-version.ts';
import { toolingSchema } from '../../tooling/tooling-schema.ts';
import { defineOperation, type Operation, type OperationContext, type OperationResponse } from '../operation.ts';

const page = {
  path: '/packaging/installPackage.apexp',
  evidence: ['documented', 'unverified'],
  source:
    'packaging guide, Install Packages with a URL (`p0`), Installation Security Settings; the pages and their forms are ' +
    "this emulator's own",
  public: true,
  countsAsApiCall: false,
} satisfies Partial<Operation>;

/** Asks who installs, then what for whom; `request` shows how an installation ended. */
export const showInstallPage = defineOperation({
  name: 'Packaging: the installation page',
  method: 'GET',
  ...page,
  handle(context) {
    const caller = callerByCookie(context);
    const fields = formFields(context.request);
    if (!caller) return loginPage({ appName: 'Salesforce', username: '' });
    return withVersion(caller, fields, (published) => show(caller, published, fields));
  },
});

/**
 * Takes what the pages ask for: `username` and `password`, then `security` (`none` or `full`) and `installKey`. A script
 * may send all of them at once.
 */
export const submitInstallPage = defineOperation({
  name: 'Packaging: login and installation',
  method: 'POST',
  takes: 'form',
  ...page,
  handle(context) {
    const fields = formFields(context.request);
    const known = callerByCookie(context);
    if (known) return withVersion(known, fields, (published) => install(known, published, fields));
    const login = passwordLogin(context, fields);
    if ('problem' in login) {
      return loginPage({ appName: 'Salesforce', username: fields['username'] ?? '', problem: login.problem });
    }
    const caller = { org: login.org, userId: login.user.id };
    const { accessToken } = login.org.sessions.issue({ userId: login.user.id });
    const answer =
      fields['security'] === undefined
        ? seeOther(fields)
        : withVersion(caller, fields, (published) => install(caller, published, fields));
    const cookie = `sid=${accessToken}; Path=/; HttpOnly; SameSite=Lax`;
    return { ...answer, headers: { ...answer.headers, 'Set-Cookie': cookie } };
  },
});

interface Caller {
  readonly org: Org;
  readonly userId: string;
}

/** The session that a login left in the browser. */
function callerByCookie({ host, request }: OperationContext): Caller | undefined {
  const sid = /(?:^|;\s*)sid=([^;\s]+)/.exec(request.headers['cookie'] ?? '')?.[1];
  const org = sid === undefined ? undefined : host.ofToken(sid);
  const session = sid === undefined ? undefined : org?.sessions.find(sid);
  if (!org || !session || !org.users.findById(session.userId)?.isActive) return undefined;
  return { org, userId: session.userId };
}

function withVersion(
  { org, userId }: Caller,
  fields: FormFields,
  answer: (published: PublishedVersion) => OperationResponse,
): OperationResponse {
  const published = findPackageVersion(org, fields['p0'] ?? '');
  if (!published) return refusalPage(404, 'There is no package version with this id.');
  if (!org.access.of(userId).has('CustomizeApplication')) {
    return refusalPage(403, 'You need the permissions of an administrator to install packages.');
  }
  return answer(published);
}

function show({ org }: Caller, published: PublishedVersion, fields: FormFields): OperationResponse {
  toolingSchema(org);
  const request = org.records.find('PackageInstallRequest', fields['request'] ?? '');
  return request
    ? installResultPage(String(published.package2['Name']), request)
    : installPage({ published, upgrades: installedVersion(org, published) !== undefined });
}

function install(caller: Caller, published: PublishedVersion, fields: FormFields): OperationResponse {
  const { security, installKey } = fields;
  const upgrades = installedVersion(caller.org, published) !== undefined;
  if (security === 'custom') throw new NotEmulatedError('an installation for specific profiles');
  if (security !== 'none' && security !== 'full') {
    return installPage({ published, upgrades, problem: 'Choose for whom to install.' });
  }
  if (!hasKey(published, installKey)) {
    return installPage({ published, upgrades, problem: 'The installation key is missing or incorrect.' });
  }
  const id = caller.org.transaction(() =>
    requestInstall(caller, {
      SubscriberPackageVersionKey: published.content.subscriberVersionId,
      SecurityType: security,
      Password: installKey?.replaceAll(/[\\']/g, '\\$&') ?? null,
    }),
  );
  return seeOther(fields, id);
}

function seeOther(fields: FormFields, request?: string): OperationResponse {
  const query = new URLSearchParams({ p0: fields['p0'] ?? '', ...(request !== undefined && { request }) });
  return { status: 303, headers: { Location: `${page.path}?${query.toString()}`, 'Cache-Control': 'no-store' } };
}
