import { parseRecordId } from '../../org/record-id.ts';
import { toApiRecord } from '../../records/to-api-record.ts';
import type { OperationContext } from '../operation.ts';
import { fieldsNamed } from '../sobjects/read-fields.ts';
import { apiVersionOf, objectOf } from '../sobjects/sobject-request.ts';

/** The records in the order of their ids, null in the place of what is no id, not there, or of another object. */
export function retrieveRecords(
  context: OperationContext,
  { ids, fields: names }: { readonly ids: readonly string[]; readonly fields: readonly string[] },
): unknown[] {
  const object = objectOf(context);
  const fields = fieldsNamed(context, object, names);
  const apiVersion = apiVersionOf(context.request);
  return ids.map((text) => {
    const id = parseRecordId(text.trim());
    const row = id === undefined ? undefined : context.org.records.find(object.name, id);
    return row && row['IsDeleted'] !== 1 ? toApiRecord(object, row, { fields, apiVersion }) : null;
  });
}
