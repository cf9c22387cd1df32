import { z } from 'zod';
import { RecordLockedError } from '../errors/api-errors.ts';
import { SalesforceError } from '../errors/salesforce-error.ts';
import { dateTimeSchema, emptySchema } from '../transport/answer-schemas.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { decideEnrichment } from './decide-enrichment.ts';
import type { EnrichResult } from './enrichment.ts';
import type { EnrichPlan } from './plan-enrichment.ts';

/** How often it is read and decided before it is given up. */
const ATTEMPTS = 8;
/** The guard tells seconds apart, and clocks of one org may differ by one. */
const SETTLED_AFTER_MS = 2000;

/**
 * Reads a record, decides, and writes unless it has been changed since; then it reads and decides again. The guard
 * (`If-Unmodified-Since`) tells whole seconds apart: a change in the second of the one before it would slip through. So
 * nothing is written until the last change is so long ago, by the org's clock, that any further one shows.
 * Source: REST API guide, Conditional Requests.
 *
 * @throws RecordLockedError when others keep changing it; nothing was written
 */
export async function enrichRecord(
  transport: OrgTransport,
  plan: EnrichPlan,
  { signal }: RequestOptions = {},
): Promise<EnrichResult> {
  const { id } = plan;
  const meter = createCallMeter();
  const options = { signal, meter };
  for (let decidedAgain = 0; decidedAgain < ATTEMPTS; decidedAgain += 1) {
    const { record, modifiedAt, notBefore } = await readRecord(transport, plan, options);
    const { values, kept } = decideEnrichment(plan.enrichment, record);
    const written = Object.keys(values);
    if (written.length === 0) return { id, written, kept, decidedAgain, apiCalls: meter.calls };
    const early = modifiedAt + SETTLED_AFTER_MS - notBefore;
    if (early > 0) {
      // The org says its time in whole seconds.
      await transport.wait(Math.ceil(early / 1000) * 1000, signal);
    } else if (await writtenUnmodified(transport, plan, { ...options, values, modifiedAt })) {
      return { id, written, kept, decidedAgain, apiCalls: meter.calls };
    }
  }
  throw keptChanging(plan);
}

async function readRecord(
  transport: OrgTransport,
  { object, id, reads }: EnrichPlan,
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<{ record: Readonly<Record<string, unknown>>; modifiedAt: number; notBefore: number }> {
  const sentAt = performance.now();
  const answer = await transport.sendConditional({
    ...options,
    method: 'GET',
    path: `/sobjects/${object}/${id}?fields=${reads.join(',')}`,
    headers: {},
    answer: z.looseObject({ LastModifiedDate: dateTimeSchema }),
    attempt: { verb: 'retrieve', object, recordId: id, pathOfField: (field) => `fields.${field}` },
  });
  if (answer.unmodified) throw new TypeError('A request without a condition was answered with 304.');
  const { value: record, headers } = answer;
  const answeredAt = Date.parse(headers['date'] ?? '');
  // It was not read before it was asked for: the answer's time, less all the time that it took.
  const notBefore = (Number.isNaN(answeredAt) ? Date.now() : answeredAt) - (performance.now() - sentAt);
  return { record, modifiedAt: Math.floor(Date.parse(record.LastModifiedDate) / 1000) * 1000, notBefore };
}

/** False: someone else has changed it since. */
async function writtenUnmodified(
  transport: OrgTransport,
  { object, id }: EnrichPlan,
  {
    values,
    modifiedAt,
    ...options
  }: RequestOptions & {
    readonly meter: CallMeter;
    readonly values: Readonly<Record<string, unknown>>;
    readonly modifiedAt: number;
  },
): Promise<boolean> {
  try {
    await transport.sendConditional({
      ...options,
      method: 'PATCH',
      path: `/sobjects/${object}/${id}`,
      headers: { 'If-Unmodified-Since': new Date(modifiedAt).toUTCString() },
      body: values,
      answer: emptySchema,
      attempt: { verb: 'update', object, recordId: id, path: 'record', pathOfField: (field) => `fields.${field}` },
    });
    return true;
  } catch (error) {
    if (error instanceof SalesforceError && error.httpStatus === 412) return false;
    throw error;
  }
}

function keptChanging({ object, id }: EnrichPlan): RecordLockedError {
  const remedy = 'Try again in a minute.';
  return new RecordLockedError({
    message: `Could not update ${object} ${id}: others changed it each time between its reading and its writing. Nothing was written. ${remedy}`,
    remedy,
    fixedBy: 'salesforce',
    outcome: 'notApplied',
    retryable: true,
    object,
    recordId: id,
  });
}
