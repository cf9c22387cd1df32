import { SalesforceApiError } from '../http/salesforce-api-error.ts';
import { toLongId } from '../org/record-id.ts';
import type { WriteFault } from './fault.ts';

/** What Salesforce answers for the record. */
export function refuseWrite(fault: WriteFault): SalesforceApiError {
  if (fault.fault === 'readOnly') {
    // Its text is not known: those who met it report a code without a further message.
    return refusal(
      'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
      'INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE',
    );
  }
  // Source of both texts: public error logs.
  const { recordId } = fault;
  const which = recordId === undefined ? '' : ` or 1 records: ${toLongId(recordId.slice(0, 15))}`;
  return refusal('UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record${which}`);
}

function refusal(errorCode: string, message: string): SalesforceApiError {
  return new SalesforceApiError({ status: 400, errorCode, message, fields: [] });
}
