import { z } from 'zod';
import { ifUnmodifiedSince, isModified, type ReadAt, writeUnmodified } from '../guarded/write-unmodified.ts';
import { dateTimeSchema, emptySchema } from '../transport/answer-schemas.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import { orgTimeBefore } from '../transport/org-time.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { decideEnrichment } from './decide-enrichment.ts';
import type { EnrichResult } from './enrichment.ts';
import type { EnrichPlan } from './plan-enrichment.ts';

/**
 * Reads a record, decides, and writes unless it has been changed since; then it reads and decides again.
 *
 * @throws RecordLockedError when others keep changing it; nothing was written
 */
export async function enrichRecord(
  transport: OrgTransport,
  plan: EnrichPlan,
  { signal }: RequestOptions = {},
): Promise<EnrichResult> {
  const { id, object } = plan;
  const meter = createCallMeter();
  const options = { signal, meter };
  return writeUnmodified<EnrichResult>({
    object,
    id,
    transport,
    signal,
    async read(decidedAgain) {
      const { record, ...readAt } = await readRecord(transport, plan, options);
      const { values, kept } = decideEnrichment(plan.enrichment, record);
      const written = Object.keys(values);
      const result = (): EnrichResult => ({ id, written, kept, decidedAgain, apiCalls: meter.calls });
      if (written.length === 0) return { ...readAt, decision: { done: result() } };
      const write = async () =>
        (await writtenUnmodified(transport, plan, { ...options, values, ...readAt })) ? result() : undefined;
      return { ...readAt, decision: { write } };
    },
  });
}

async function readRecord(
  transport: OrgTransport,
  { object, id, reads }: EnrichPlan,
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<ReadAt & { readonly record: Readonly<Record<string, unknown>> }> {
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
  return { record, modifiedAt: record.LastModifiedDate, notBefore: orgTimeBefore(headers, sentAt) };
}

/** False: someone else has changed it since. */
async function writtenUnmodified(
  transport: OrgTransport,
  { object, id }: EnrichPlan,
  {
    values,
    modifiedAt,
    ...options
  }: RequestOptions & ReadAt & { readonly meter: CallMeter; readonly values: Readonly<Record<string, unknown>> },
): Promise<boolean> {
  try {
    await transport.sendConditional({
      ...options,
      method: 'PATCH',
      path: `/sobjects/${object}/${id}`,
      headers: ifUnmodifiedSince(modifiedAt),
      body: values,
      answer: emptySchema,
      attempt: { verb: 'update', object, recordId: id, path: 'record', pathOfField: (field) => `fields.${field}` },
    });
    return true;
  } catch (error) {
    if (isModified(error)) return false;
    throw error;
  }
}
