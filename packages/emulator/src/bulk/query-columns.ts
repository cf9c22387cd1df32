import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import type { QueryPlan } from '../soql/compile-query.ts';
import { bulkError } from './bulk-errors.ts';

/** A column of a query's results: its name, and where its value is in a record. */
export interface QueryColumn {
  readonly name: string;
  readonly path: readonly string[];
}

/**
 * The columns that a query selects, in its order from v50.0 on and by name before. Source: Bulk API 2.0 guide, SOQL
 * Considerations and Get Results for a Query Job; the texts for compound fields in airbyte's connector and for blobs in
 * public reports. For the other clauses that are not supported the text is not known.
 *
 * @throws SalesforceApiError
 */
export function queryColumns(
  plan: QueryPlan,
  { schema, apiVersion }: { readonly schema: OrgSchema; readonly apiVersion: string },
): QueryColumn[] {
  const { query } = plan;
  const object = schema.object(query.from.object.text);
  if (plan.kind !== 'rows' || !object) throw new NotEmulatedError('a bulk query with GROUP BY or an aggregate');
  if (query.offset) throw new NotEmulatedError('a bulk query with OFFSET');
  const alias = query.from.alias;
  const columns = query.select.map((item): QueryColumn => {
    if (item.kind !== 'field') throw new NotEmulatedError(`a bulk query that selects a ${item.kind}`);
    const parts = item.text.split('.');
    if (alias !== undefined && parts.length > 1 && parts[0]?.toLowerCase() === alias.toLowerCase()) parts.shift();
    const path = canonicalPath(parts, object, schema);
    return { name: path.join('.'), path };
  });
  return Number(apiVersion) >= 50 ? columns : columns.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function canonicalPath(parts: readonly string[], object: ObjectDefinition, schema: OrgSchema): string[] {
  const [first = '', ...rest] = parts;
  if (rest.length === 0) {
    const field = schema.field(object.name, first);
    if (field?.type === 'address') {
      throw bulkError('API_ERROR', 'Selecting compound data not supported in Bulk Query');
    }
    if (field?.type === 'base64') {
      throw bulkError('API_ERROR', 'Blob field not supported in Bulk V2 Query with CSV content type');
    }
    return [field?.name ?? first];
  }
  const reference = [...object.fields.values()].find(
    (field) => field.relationshipName?.toLowerCase() === first.toLowerCase(),
  );
  const [target] = reference?.referenceTo?.length === 1 ? reference.referenceTo : ['Name'];
  const parent = target === undefined ? undefined : schema.object(target);
  const below = parent ? canonicalPath(rest, parent, schema) : rest;
  return [reference?.relationshipName ?? first, ...below];
}
