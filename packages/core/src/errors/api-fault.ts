import { z } from 'zod';
import { parseRecordId } from '../record-id.ts';
import type { DuplicateMatch } from './api-errors.ts';

/** One error of an answer, as Salesforce words it. */
export interface ApiFault {
  readonly errorCode: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly duplicates: DuplicateFault | undefined;
}

export interface DuplicateFault {
  readonly matches: readonly DuplicateMatch[];
  readonly rule: string | undefined;
  readonly allowSave: boolean;
}

const duplicateResultSchema = z.looseObject({
  allowSave: z.boolean().nullish(),
  duplicateRule: z.string().nullish(),
  matchResults: z
    .array(
      z.looseObject({
        entityType: z.string().nullish(),
        matchRecords: z
          .array(
            z.looseObject({
              record: z.looseObject({ Id: z.string(), attributes: z.looseObject({ type: z.string() }).nullish() }),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});

/**
 * The answers' three spellings in one: `errorCode` of single records and of composite, `statusCode` of collections, and
 * `duplicateResut` (sic), which some API versions spell `duplicateResult`. Sources: REST API guide, Status Codes and
 * Error Responses; recorded traffic, v50.
 */
const faultSchema = z.looseObject({
  errorCode: z.string().optional(),
  statusCode: z.string().optional(),
  message: z.string(),
  fields: z.array(z.string()).nullish(),
  duplicateResut: duplicateResultSchema.optional().catch(undefined),
  duplicateResult: duplicateResultSchema.optional().catch(undefined),
});

/** The errors in the body of a failed answer; empty when it is not an error body of Salesforce. */
export function parseApiFaults(body: unknown): ApiFault[] {
  const list = Array.isArray(body) ? body : [body];
  const faults: ApiFault[] = [];
  for (const item of list) {
    const parsed = faultSchema.safeParse(item);
    const errorCode = parsed.data?.errorCode ?? parsed.data?.statusCode;
    if (!parsed.success || errorCode === undefined) continue;
    const { message, fields, duplicateResut, duplicateResult } = parsed.data;
    faults.push({
      errorCode,
      message,
      fields: fields ?? [],
      duplicates: toDuplicateFault(duplicateResult ?? duplicateResut),
    });
  }
  return faults;
}

function toDuplicateFault(result: z.infer<typeof duplicateResultSchema> | undefined): DuplicateFault | undefined {
  if (result === undefined) return undefined;
  const matches = new Map<string, DuplicateMatch>();
  for (const { entityType, matchRecords } of result.matchResults ?? []) {
    for (const { record } of matchRecords ?? []) {
      const id = parseRecordId(record.Id);
      if (id !== undefined) matches.set(id, { id, object: record.attributes?.type ?? entityType ?? undefined });
    }
  }
  return {
    matches: [...matches.values()],
    rule: result.duplicateRule ?? undefined,
    allowSave: result.allowSave ?? false,
  };
}
