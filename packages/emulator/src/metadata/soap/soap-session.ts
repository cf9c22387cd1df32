import { parseApiVersion } from '../../http/api-versions.ts';
import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { SoapFault } from './soap-fault.ts';

/** `66.0` or `66`. Source: the endpoints that jsforce and older tools build. @throws SoapFault */
export function soapVersion(text: string): string {
  try {
    return parseApiVersion(`v${text.includes('.') ? text : `${text}.0`}`);
  } catch (error) {
    if (!(error instanceof SalesforceApiError)) throw error;
    throw new SoapFault('UNSUPPORTED_API_VERSION', `UNSUPPORTED_API_VERSION: Invalid Api version specified on URL`);
  }
}

export function invalidSession(): SoapFault {
  return new SoapFault(
    'INVALID_SESSION_ID',
    'INVALID_SESSION_ID: Invalid Session ID found in SessionHeader: Illegal Session',
  );
}
