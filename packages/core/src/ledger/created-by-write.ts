import { z } from 'zod';
import { parseAnswer } from '../errors/parse-answer.ts';
import { dataPath } from '../plan/plan-context.ts';
import { dateTimeSchema } from '../transport/answer-schemas.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { sendComposite } from '../transport/send-composite.ts';
import type { StoredRow } from './stored-row.ts';

/** How long before its ledger row a record of the same request may have been created. */
const SAME_REQUEST_SECONDS = 30;

const createdSchema = z.object({ CreatedDate: dateTimeSchema });

/**
 * Which of the upserted records this write created. The answer that said so is lost, so it is told from their
 * CreatedDate: that of a record of the same request lies just before the row's. A record that has been deleted since is
 * not counted. One API call, and none when nothing was upserted.
 */
export async function createdByWrite(
  transport: OrgTransport,
  row: StoredRow,
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<ReadonlySet<string>> {
  const upserted = upsertedRecords(row);
  if (upserted.length === 0) return new Set();
  const answers = await sendComposite(
    transport,
    upserted.map(({ object, id }, index) => ({
      referenceId: `record${index}`,
      method: 'GET',
      url: `${dataPath(transport)}/sobjects/${object}/${id}?fields=CreatedDate`,
    })),
    { ...options, allOrNone: false, attempt: { verb: 'retrieve', object: row.object } },
  );
  const created = new Set<string>();
  for (const [index, { object, id }] of upserted.entries()) {
    const answer = answers[index];
    if (answer === undefined || answer.status >= 300) continue;
    const attempt = { verb: 'retrieve', object, recordId: id } as const;
    const { CreatedDate } = parseAnswer(createdSchema, answer.body, { attempt, httpStatus: answer.status });
    if (isSameRequest(CreatedDate, row.createdAt)) created.add(id);
  }
  return created;
}

function upsertedRecords({ manifest, object, recordId, relatedIds }: StoredRow): { object: string; id: string }[] {
  const upserted = manifest.record.how === 'upsert' ? [{ object, id: recordId }] : [];
  for (const [index, related] of manifest.related.entries()) {
    const id = relatedIds[index];
    if (related.kind === 'required' && related.how === 'upsert' && id) upserted.push({ object: related.object, id });
  }
  return upserted;
}

function isSameRequest(recordCreatedAt: string, rowCreatedAt: string): boolean {
  const seconds = (Date.parse(rowCreatedAt) - Date.parse(recordCreatedAt)) / 1000;
  return seconds >= 0 && seconds <= SAME_REQUEST_SECONDS;
}
