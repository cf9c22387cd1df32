import { sessionRefusal } from '../../access/login-refusal.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseSoapRequest, soapResponse, toElements } from '../../metadata/soap/soap-envelope.ts';
import { SoapFault } from '../../metadata/soap/soap-fault.ts';
import { invalidSession, soapVersion } from '../../metadata/soap/soap-session.ts';
import { textOf, type XmlElement } from '../../metadata/xml/xml-element.ts';
import { isTestOrg } from '../../host/org-identity.ts';
import { toShortId } from '../../org/record-id.ts';
import {
  defineOperation,
  type CallEvidence,
  type Operation,
  type OperationContext,
  type OperationResponse,
} from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';
import { dataFaultResponse } from './data-fault-response.ts';
import { sessionCalls } from './session-calls.ts';
import { soapLogin } from './soap-login.ts';
import { userInfo } from './user-info.ts';

const login: CallEvidence = {
  name: 'login',
  evidence: ['documented', 'client', 'practitioner', 'unverified'],
  source:
    'SOAP API guide, login(), LoginResult and End-of-Life Policy; jsforce and simple-salesforce; answers and faults recorded in ' +
    'the tests of Trino, simple-salesforce, WWW::Salesforce and grouparoo; texts of 2025 and 2026 in issues of wsc, jsforce and ' +
    'OpenFn. What is looked at first, and the text outside login hours, are not verified',
};

/** `u` is the partner API, `c` the enterprise API: here they differ in the names of their XML only. */
export const partnerEndpoint = defineEndpoint({ letter: 'u', api: 'partner' });
export const enterpriseEndpoint = defineEndpoint({ letter: 'c', api: 'enterprise' });

interface SoapDataApi {
  readonly letter: 'u' | 'c';
  readonly api: 'partner' | 'enterprise';
}

function defineEndpoint(dataApi: SoapDataApi): Operation {
  return defineOperation({
    name: `SOAP API (${dataApi.api})`,
    method: 'POST',
    path: `/services/Soap/${dataApi.letter}/:version/:organization?`,
    takes: 'xml',
    evidence: ['documented', 'client', 'practitioner', 'unverified'],
    source: 'SOAP API guide; each call has its own',
    calls: [login, ...sessionCalls],
    public: true,
    handle(context) {
      try {
        return answer(dataApi, context);
      } catch (error) {
        if (error instanceof SoapFault) return dataFaultResponse(dataApi.api, error);
        throw error;
      }
    },
  });
}

function answer(dataApi: SoapDataApi, context: OperationContext): OperationResponse {
  const { request } = context;
  const { sessionId, organizationId, call } = parseSoapRequest(typeof request.body === 'string' ? request.body : '');
  const apiVersion = soapVersion(param(request, 'version'));
  const respond = (results: readonly XmlElement[]): OperationResponse =>
    soapResponse(call.name, results, `urn:${dataApi.api}.soap.sforce.com`);

  if (call.name === 'login') {
    const username = textOf(call, 'username') ?? '';
    const password = textOf(call, 'password') ?? '';
    const { org, user } = soapLogin(context, { username, password, organizationId, apiVersion });
    const { accessToken } = org.sessions.issue({ userId: user.id });
    const endpoint = (letter: string): string =>
      `${org.url()}/services/Soap/${letter}/${apiVersion}/${toShortId(org.id)}`;
    return respond(
      toElements('result', {
        metadataServerUrl: endpoint('m'),
        passwordExpired: false,
        sandbox: isTestOrg(org.identity),
        serverUrl: endpoint(dataApi.letter),
        sessionId: accessToken,
        userId: user.id,
        userInfo: userInfo(org, user, apiVersion),
      }),
    );
  }

  const org = (sessionId === undefined ? undefined : context.host.ofToken(sessionId)) ?? context.org;
  const session = sessionId === undefined ? undefined : org.sessions.find(sessionId);
  if (!session || sessionRefusal(org, { id: session.userId })) throw invalidSession();
  const found = sessionCalls.find(({ name }) => name === call.name);
  if (!found) throw new NotEmulatedError(`the call ${call.name}`);
  if (!org.usage.spend()) {
    throw new SoapFault('REQUEST_LIMIT_EXCEEDED', 'REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.');
  }
  return respond(org.transaction(() => found.handle({ org, session, apiVersion })));
}
