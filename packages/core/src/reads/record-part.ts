import { recordSchema } from '../transport/answer-schemas.ts';
import { getPart } from './read-part.ts';

/** All that a user may see of one record: Salesforce answers so when no fields are named. Source: REST API guide, sObject Rows. */
export function recordPart(object: string, recordId: string) {
  return getPart({
    path: `/sobjects/${object}/${recordId}`,
    answer: recordSchema,
    attempt: { verb: 'retrieve', object, recordId },
  });
}

/** The wanted fields of a record that was read whole, and the names of those that are not there. */
export function pickFields(
  record: { readonly Id: string; readonly [field: string]: unknown },
  wanted: readonly string[] | 'all',
): { record: { readonly Id: string; readonly [field: string]: unknown }; hidden: string[] } {
  if (wanted === 'all') {
    const { attributes: _, ...fields } = record;
    return { record: { ...fields, Id: record.Id }, hidden: [] };
  }
  // A caller may write a name in another case; Salesforce takes it so.
  const names = new Map(Object.keys(record).map((name) => [name.toLowerCase(), name]));
  const there = wanted.flatMap((field) => {
    const name = names.get(field.toLowerCase());
    return name === undefined ? [] : [[name, record[name]] as const];
  });
  return {
    record: { ...Object.fromEntries(there), Id: record.Id },
    hidden: wanted.filter((field) => !names.has(field.toLowerCase())),
  };
}
