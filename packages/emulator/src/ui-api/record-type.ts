import { parseRecordId } from '../org/record-id.ts';
import type { Org } from '../org/org.ts';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { MASTER_RECORD_TYPE_ID } from '../schema/describe/record-type-infos.ts';
import type { ObjectDefinition } from '../schema/object-definition.ts';

/** A record type of an object, the master one included. */
export interface RecordTypeRef {
  /** 18 characters. */
  readonly id: string;
  readonly businessProcessId: string | null;
}

/**
 * The record type that a request names, in either length. The answer for an id that is none of the object's is not
 * known.
 */
export function recordTypeOf(org: Org, object: ObjectDefinition, text: string): RecordTypeRef {
  const id = parseRecordId(text);
  if (id === MASTER_RECORD_TYPE_ID) return { id, businessProcessId: null };
  const row = id === undefined ? undefined : org.records.find('RecordType', id);
  if (!row || row['SobjectType'] !== object.name) {
    throw new NotEmulatedError(`the record type ${text}, which ${object.name} does not have`);
  }
  const processId = row['BusinessProcessId'];
  return { id: String(row['Id']), businessProcessId: typeof processId === 'string' ? processId : null };
}
