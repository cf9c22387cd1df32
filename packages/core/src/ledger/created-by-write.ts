import { z } from 'zod';
import { parsePart } from '../transport/parse-part.ts';
import type { PackageSchema } from '../package-schema.ts';
import { dataPath } from '../plan/plan-context.ts';
import { buildQuery } from '../soql/build-query.ts';
import { queryPath } from '../soql/query-path.ts';
import { dateTimeSchema, queryAnswerSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { refusedPart } from '../transport/refused-part.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { sendComposite, type Subrequest } from '../transport/send-composite.ts';
import { storedRowFields, storedRowSchema, type StoredRow } from './stored-row.ts';

/** How long before its ledger row a record of the same request may have been created. */
const SAME_REQUEST_SECONDS = 60;
/** What a query answers at once; more writes than that in a minute are not looked at. */
const ROW_LIMIT = 2000;
const EARLIER_ROWS = 'earlierRows';

const bornSchema = z.object({
  CreatedDate: dateTimeSchema,
  CreatedById: recordIdSchema,
  LastModifiedDate: dateTimeSchema,
});
type Born = z.infer<typeof bornSchema>;

export interface CreatedByWriteOptions extends RequestOptions {
  readonly transport: OrgTransport;
  readonly schema: PackageSchema;
  readonly meter: CallMeter;
}

/**
 * Which of the upserted records this write created. The answer that said so is lost, so it is told from what the org
 * keeps: such a record was created by the same user just before the ledger row, was not updated by the write as one that
 * had been there would have been, and no earlier row of the ledger names it. A record that has been deleted since is not
 * counted. One API call, and none when nothing was upserted.
 */
export async function createdByWrite(row: StoredRow, options: CreatedByWriteOptions): Promise<ReadonlySet<string>> {
  const { transport, schema, meter, signal } = options;
  const upserted = upsertedRecords(row);
  if (upserted.length === 0) return new Set();
  const answers = await sendComposite(transport, [...upserted.map(bornRequest(transport)), rowsRequest(row, options)], {
    meter,
    signal,
    allOrNone: false,
    attempt: { verb: 'retrieve', object: row.object },
  });

  const rows = answers.at(-1);
  const attempt = { verb: 'query', object: schema.object } as const;
  if (rows === undefined || rows.status >= 300) {
    throw refusedPart(transport, rows ?? { status: 0, body: undefined }, { attempt });
  }
  const rowsSchema: z.ZodType<{ records: StoredRow[] }> = queryAnswerSchema(storedRowSchema(schema));
  const { records } = parsePart(rowsSchema, rows, attempt);
  const namedBefore = new Set(records.filter((other) => isBefore(other, row)).flatMap(idsIn));

  const created = new Set<string>();
  for (const [index, { object, id }] of upserted.entries()) {
    const answer = answers[index];
    if (answer === undefined || answer.status >= 300 || namedBefore.has(id)) continue;
    const attempt = { verb: 'retrieve', object, recordId: id } as const;
    if (isOfRequest(parsePart(bornSchema, answer, attempt), row)) created.add(id);
  }
  return created;
}

function upsertedRecords({ manifest, object, recordId, relatedIds }: StoredRow): { object: string; id: string }[] {
  const upserted = manifest.record?.how === 'upsert' && recordId !== null ? [{ object, id: recordId }] : [];
  for (const [index, related] of manifest.related.entries()) {
    const id = relatedIds[index];
    if (related.kind === 'required' && related.how === 'upsert' && id) upserted.push({ object: related.object, id });
  }
  return upserted;
}

function bornRequest(transport: OrgTransport): (record: { object: string; id: string }, index: number) => Subrequest {
  return ({ object, id }, index) => ({
    referenceId: `record${index}`,
    method: 'GET',
    url: `${dataPath(transport)}/sobjects/${object}/${id}?fields=${Object.keys(bornSchema.shape).join(',')}`,
  });
}

/** Other rows of the moment in which the record must have been created. */
function rowsRequest(row: StoredRow, { transport, schema }: CreatedByWriteOptions): Subrequest {
  const from = new Date(Date.parse(row.createdAt) - SAME_REQUEST_SECONDS * 1000);
  const soql = buildQuery({
    select: storedRowFields(schema),
    from: schema.object,
    where: [{ field: 'CreatedDate', from, to: new Date(row.createdAt) }],
    orderBy: 'CreatedDate',
    limit: ROW_LIMIT,
  });
  return { referenceId: EARLIER_ROWS, method: 'GET', url: dataPath(transport) + queryPath(soql) };
}

/** The unique key makes requests that upsert the same record wait for each other, so the numbers are in their order. */
function isBefore(other: StoredRow, row: StoredRow): boolean {
  if (other.id === row.id) return false;
  if (other.createdAt !== row.createdAt) return other.createdAt < row.createdAt;
  return other.number.localeCompare(row.number, 'en', { numeric: true }) < 0;
}

function idsIn({ recordId, relatedIds }: StoredRow): string[] {
  return [recordId, ...relatedIds].filter((id) => id !== null);
}

function isOfRequest({ CreatedDate, CreatedById, LastModifiedDate }: Born, row: StoredRow): boolean {
  const created = Date.parse(CreatedDate);
  const modified = Date.parse(LastModifiedDate);
  const written = Date.parse(row.createdAt);
  if (CreatedById !== row.createdById) return false;
  if (created > written || written - created > SAME_REQUEST_SECONDS * 1000) return false;
  // Times are whole seconds. A record that was there already was changed by the write: later than it was created.
  const changedByWrite = modified - created > 1000 && modified <= written;
  return !changedByWrite;
}
