import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * A document is linked to a record once. Source: Object Reference v65, ContentDocumentLink; the message on visibility
 * from convert-notes-to-chatter-notes. The texts and codes of the two errors are not verified.
 */
export const contentDocumentLink: ObjectBehavior = {
  object: 'ContentDocumentLink',
  beforeCreate({ org }, values) {
    values['ShareType'] ??= 'V';
    values['Visibility'] ??= 'AllUsers';
    checkVisibility(values);
    const { ContentDocumentId, LinkedEntityId } = values;
    if (typeof ContentDocumentId !== 'string' || typeof LinkedEntityId !== 'string') return;
    const known = org.statements
      .prepare(
        'SELECT 1 FROM "ContentDocumentLink" WHERE "ContentDocumentId" = ? AND "LinkedEntityId" = ? AND "IsDeleted" = 0',
      )
      .get(ContentDocumentId, LinkedEntityId);
    if (known) {
      throw new SalesforceApiError({
        status: 400,
        errorCode: 'DUPLICATE_VALUE',
        message: 'duplicate value found: <unknown> duplicates value on record with id: <unknown>',
        fields: [],
      });
    }
  },
  beforeUpdate: (_, changes) => checkVisibility(changes),
};

/** There is no Experience Cloud site whose users could be kept out. */
function checkVisibility(values: StoredRecord): void {
  if (values['Visibility'] !== 'InternalUsers') return;
  throw new SalesforceApiError({
    status: 400,
    errorCode: 'FIELD_INTEGRITY_EXCEPTION',
    message: 'Visibility InternalUsers is not permitted for this linked record.',
    fields: ['Visibility'],
  });
}
