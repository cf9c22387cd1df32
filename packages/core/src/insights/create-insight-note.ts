import { createHash } from 'node:crypto';
import { z } from 'zod';
import { RecordDuplicateError } from '../errors/api-errors.ts';
import type { Attempt } from '../errors/attempt.ts';
import { toLedgerError } from '../errors/ledger-unavailable.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { sendAllOrNone } from '../note-records/send-all-or-none.ts';
import type { PackageSchema } from '../package-schema.ts';
import { ledgerRow } from '../plan/ledger-row.ts';
import { noteRequest } from '../plan/note-subrequests.ts';
import { idOf } from '../plan/references.ts';
import type { PlannedStep } from '../plan/write-plan.ts';
import { buildQuery } from '../soql/build-query.ts';
import { queryPath } from '../soql/query-path.ts';
import { queryAnswerSchema, recordIdSchema, savedSchema } from '../transport/answer-schemas.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { CheckedInsight } from './check-insight.ts';

/** Whose writes these are in the ledger: not those of one connection, since they are made once for the whole org. */
const CONNECTION = 'insights';

type Metered = RequestOptions & { readonly meter: CallMeter };

/** A claim on the first note of a topic, as a key of the ledger without its connection. */
export type InsightClaim = string;

export function firstClaim({ contactId, title }: Pick<CheckedInsight, 'contactId' | 'title'>): InsightClaim {
  return `${contactId}/${createHash('sha256').update(title, 'utf8').digest('hex')}`;
}

/**
 * The claim after the last one that was made: the note of the last one is gone, or the user may not see it.
 */
export async function nextClaim(
  transport: OrgTransport,
  { first, schema }: { first: InsightClaim; schema: PackageSchema },
  options: Metered,
): Promise<InsightClaim> {
  const { key, noteId } = schema.fields;
  const soql = buildQuery({
    select: [noteId],
    from: schema.object,
    where: [{ field: key, startsWith: `${CONNECTION}/${first}` }],
    orderBy: [
      { field: 'CreatedDate', direction: 'descending' },
      { field: 'Name', direction: 'descending' },
    ],
    limit: 1,
  });
  const { records } = await transport.send({
    ...options,
    method: 'GET',
    path: queryPath(soql),
    answer: queryAnswerSchema(z.object({ [noteId]: recordIdSchema })),
    attempt: { verb: 'query', object: schema.object },
  });
  const last = records[0]?.[noteId];
  return last === undefined ? first : `${first}/${last}`;
}

/**
 * The note with its first section, its link and the claim's row in the ledger, all or none of them. The row's key is
 * unique, so of several who make the note at the same moment one does: the others get undefined, and nothing is written.
 * @throws LedgerUnavailableError without the package
 */
export async function createInsightNote(
  transport: OrgTransport,
  { insight, claim, schema }: { insight: CheckedInsight; claim: InsightClaim; schema: PackageSchema },
  options: Metered,
): Promise<string | undefined> {
  const { contactId, title, section } = insight;
  const row = ledgerRow(
    {
      key: claim,
      connectionId: CONNECTION,
      operation: 'appendInsight',
      object: 'Contact',
      contentHash: createHash('sha256').update(section, 'utf8').digest('hex'),
      record: { fields: {} },
    },
    {
      recordId: contactId,
      key: `${CONNECTION}/${claim}`,
      referenceId: 'ledger',
      hasNote: true,
      relatedIds: [idOf('link0')],
      manifest: { v: 1, record: { how: 'found' }, related: [{ kind: 'link', to: 'record' }] },
      context: { apiVersion: transport.apiVersion, schema, isPlainField: () => false, findings: new Map() },
    },
  );
  const steps = [...noteRequest({ title, html: section, links: [contactId] }, transport), row].map((step) => ({
    ...step,
    attempt: attemptOf(step),
  }));
  try {
    const [note] = await sendAllOrNone(transport, steps, options);
    const attempt = { verb: 'create', object: 'ContentNote' } as const;
    return parseAnswer(savedSchema, note?.body, { attempt, httpStatus: note?.status, at: 'compositeResponse.0.body' })
      .id;
  } catch (error) {
    if (!(error instanceof SalesforceError) || error.object !== schema.object) throw error;
    if (error instanceof RecordDuplicateError) return undefined;
    throw toLedgerError(error, schema.object);
  }
}

/** Where in the insight each step comes from. */
function attemptOf({ kind, object }: PlannedStep): Attempt {
  if (kind === 'link') return { verb: 'create', object, path: 'contactId', pathOfField: () => 'contactId' };
  if (kind === 'ledger') return { verb: 'create', object, path: 'key' };
  return {
    verb: 'create',
    object,
    path: 'content',
    pathOfField: (field) => (field === 'Title' ? 'topic' : 'content'),
  };
}
