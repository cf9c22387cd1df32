import type { PackageSchema } from '../package-schema.ts';
import type { QueryPage } from '../reads/query-page.ts';
import { queryPart, type ReadPart } from '../reads/read-part.ts';
import { buildQuery } from '../soql/build-query.ts';
import { storedRowFields, storedRowSchema, type StoredRow } from './stored-row.ts';

/** The query for the rows with these keys; there are others where the org's own field is not case-sensitive. */
export function ledgerRowsQuery(schema: PackageSchema, keys: readonly string[]): string {
  const { key } = schema.fields;
  const [only = '', ...others] = keys;
  return buildQuery({
    select: storedRowFields(schema),
    from: schema.object,
    where: [others.length === 0 ? { field: key, equals: only } : { field: key, in: keys }],
    limit: 10 * keys.length,
  });
}

/** The row of a write, asked for together with other things. */
export function ledgerRowPart(schema: PackageSchema, ledgerKey: string): ReadPart<StoredRow | undefined> {
  const part: ReadPart<QueryPage<StoredRow>> = queryPart({
    soql: ledgerRowsQuery(schema, [ledgerKey]),
    row: storedRowSchema(schema),
    object: schema.object,
    attempt: { path: 'key' },
  });
  return {
    ...part,
    toValue: (answer, transport) => part.toValue(answer, transport).records.find(({ key }) => key === ledgerKey),
  };
}
