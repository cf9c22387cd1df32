import { sessionRefusal } from '../../access/login-refusal.ts';
import { mayUseMetadata, METADATA_REFUSAL } from '../../access/metadata-access.ts';
import type { UserAccess } from '../../access/user-access.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { parseSoapRequest, soapFaultResponse, soapResponse } from '../../metadata/soap/soap-envelope.ts';
import { SoapFault } from '../../metadata/soap/soap-fault.ts';
import { invalidSession, soapVersion } from '../../metadata/soap/soap-session.ts';
import { defineOperation, type OperationContext, type OperationResponse } from '../operation.ts';
import { param } from '../sobjects/sobject-request.ts';
import { soapCalls } from './calls/index.ts';

/** One endpoint for all calls: which one it is stands in the body, and so does the session. */
export const soapEndpoint = defineOperation({
  name: 'Metadata API over SOAP',
  method: 'POST',
  path: '/services/Soap/m/:version/:organization?',
  takes: 'xml',
  evidence: ['documented', 'client', 'practitioner'],
  source:
    'Metadata API guide; the requests and the parsers of jsforce and @salesforce/source-deploy-retrieve; faults in public ' +
    'tests and logs of clients',
  calls: soapCalls,
  public: true,
  handle(context) {
    try {
      return answer(context);
    } catch (error) {
      if (error instanceof SoapFault) return soapFaultResponse(error);
      throw error;
    }
  },
});

function answer({ org: addressed, host, request }: OperationContext): OperationResponse {
  const { sessionId, call } = parseSoapRequest(typeof request.body === 'string' ? request.body : '');
  const apiVersion = soapVersion(param(request, 'version'));
  const org = (sessionId === undefined ? undefined : host.ofToken(sessionId)) ?? addressed;
  const session = sessionId === undefined ? undefined : org.sessions.find(sessionId);
  if (!session || sessionRefusal(org, { id: session.userId })) throw invalidSession();
  refuseCaller(org.access.of(session.userId));
  const found = soapCalls.find(({ name }) => name === call.name);
  if (!found) throw new NotEmulatedError(`the call ${call.name}`);
  if (!org.usage.spend())
    throw new SoapFault('REQUEST_LIMIT_EXCEEDED', 'REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.');
  const results = org.transaction(() => found.handle({ org, userId: session.userId, apiVersion, call }));
  return soapResponse(call.name, results);
}

/** Source: faults of the SOAP API in public logs. @throws SoapFault */
function refuseCaller(access: UserAccess): void {
  if (!access.has('ApiEnabled')) {
    throw new SoapFault('API_CURRENTLY_DISABLED', 'API_CURRENTLY_DISABLED: API is disabled for this User');
  }
  if (!mayUseMetadata(access)) throw new SoapFault('INSUFFICIENT_ACCESS', `INSUFFICIENT_ACCESS: ${METADATA_REFUSAL}`);
}
