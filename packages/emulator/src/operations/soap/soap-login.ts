import { loginRefusal, type LoginRefusal } from '../../access/login-refusal.ts';
import { callerAddress } from '../../http/caller-address.ts';
import { SoapFault } from '../../metadata/soap/soap-fault.ts';
import { loginScope } from '../../oauth/login-scope.ts';
import type { Org } from '../../org/org.ts';
import type { OrgUser } from '../../org/org-user.ts';
import { toShortId } from '../../org/record-id.ts';
import type { OperationContext } from '../operation.ts';

/** Source: SOAP API guide, login(): "available in API version 64.0 and earlier". */
const LAST_VERSION = 64;

export interface SoapCredentials {
  readonly username: string;
  /** With the security token behind it, where the user has one. */
  readonly password: string;
  /** Of the `LoginScopeHeader`. */
  readonly organizationId: string | undefined;
  /** e.g. `64.0` */
  readonly apiVersion: string;
}

/**
 * Who logs in by SOAP. In the order: version, user, the org's setting, addresses and hours, password. That addresses come
 * before the password is a practitioner's report; the rest of the order is not verified.
 *
 * @throws SoapFault
 */
export function soapLogin(context: OperationContext, credentials: SoapCredentials): { org: Org; user: OrgUser } {
  const { username, password, organizationId, apiVersion } = credentials;
  if (Number(apiVersion) > LAST_VERSION) throw notInVersion(apiVersion);
  const orgs = loginScope(context).orgs.filter(
    ({ id }) => organizationId === undefined || toShortId(id) === toShortId(organizationId),
  );
  const org = orgs.find(({ users }) => users.find(username) !== undefined);
  const known = org?.users.find(username);
  if (!org || !known) throw loginFault('INVALID_LOGIN', INVALID_LOGIN);
  if (org.switches.get('soapApiLogin') === 'blocked') throw disabled();
  const refusal = loginRefusal(org, known, { ip: callerAddress(context.request) });
  if (refusal) throw refusalFault(refusal);
  const user = org.users.verifyApiPassword(username, password);
  if (user === 'needsSecurityToken') throw loginFault('LOGIN_MUST_USE_SECURITY_TOKEN', MUST_USE_TOKEN);
  if (!user) throw loginFault('INVALID_LOGIN', INVALID_LOGIN);
  if (!org.access.of(user.id).has('ApiEnabled')) {
    throw loginFault('API_CURRENTLY_DISABLED', 'API is disabled for this User');
  }
  return { org, user };
}

/** Source: recorded answers in the tests of simple-salesforce, WWW::Salesforce and salesforce_bulk. */
const INVALID_LOGIN = 'Invalid username, password, security token; or user locked out.';

/** Source: public error reports of jsforce, of Synchro and of others. */
const MUST_USE_TOKEN =
  `${INVALID_LOGIN} Are you at a new location? When accessing Salesforce--either via a desktop client or the API--from ` +
  'outside of your company’s trusted networks, you must add a security token to your password to log in. To get your new ' +
  'security token, log in to Salesforce. From your personal settings, enter Reset My Security Token in the Quick Find box, ' +
  'then select Reset My Security Token.';

/** Source: SOAP API guide, ExceptionCode; the first text from a practitioner's log, the second is not verified. */
function refusalFault(refusal: LoginRefusal): SoapFault {
  if (refusal === 'ipRestricted') {
    return loginFault('LOGIN_DURING_RESTRICTED_DOMAIN', 'cannot log in from current domain');
  }
  if (refusal === 'loginHours') return loginFault('LOGIN_DURING_RESTRICTED_TIME', 'cannot log in at this time');
  return loginFault('INVALID_LOGIN', INVALID_LOGIN);
}

/** Source: issue 363 of forcedotcom/wsc. */
function notInVersion(apiVersion: string): SoapFault {
  return loginFault(
    'INVALID_OPERATION',
    `The SOAP Login operation is not available in the API version specified (${apiVersion}). Refer to the documentation for supported versions.`,
  );
}

/** Source: issue 1715 of OpenFn/adaptors, issue 1771 of jsforce and other public reports of 2025 and 2026. */
function disabled(): SoapFault {
  return loginFault(
    'INVALID_OPERATION',
    'SOAP API login() is disabled by default in this org. Contact the org administrator to enable SOAP API login().',
  );
}

function loginFault(code: string, message: string): SoapFault {
  return new SoapFault(code, `${code}: ${message}`, 'LoginFault');
}
