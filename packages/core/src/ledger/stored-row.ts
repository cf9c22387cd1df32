import { z } from 'zod';
import type { PackageSchema } from '../package-schema.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import { manifestSchema } from './manifest.ts';

const manifestText = z.string().transform((text, context) => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'expected JSON' });
    return z.NEVER;
  }
  const parsed = manifestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path, message });
  return z.NEVER;
});

const rowSchema = z
  .object({
    id: recordIdSchema,
    /** The row's auto-number, e.g. `W-0000042`: rows of the same second are in its order. */
    number: z.string(),
    createdAt: dateTimeSchema,
    createdById: recordIdSchema,
    key: z.string(),
    connectionId: z.string(),
    operation: z.string(),
    object: z.string(),
    contentHash: z.string(),
    /** Null in the row of a part that comes before the record's. */
    recordId: recordIdSchema.nullable(),
    noteId: recordIdSchema.nullable(),
    manifest: manifestText,
    /** In the order of `manifest.related`; null in the fields that were not used. */
    relatedIds: z.array(recordIdSchema.nullable()),
  })
  .refine(({ recordId, manifest }) => recordId !== null || manifest.record === null, {
    path: ['recordId'],
    message: 'expected the id of the record',
  });

/** A row of the ledger in our own names. */
export type StoredRow = z.infer<typeof rowSchema>;

/** The fields of a row, as a query asks for them. */
export function storedRowFields({ fields }: PackageSchema): string[] {
  const { key, connection, operation, object, contentHash, recordId, noteId, related, relatedIds } = fields;
  return [
    'Id',
    'Name',
    'CreatedDate',
    'CreatedById',
    key,
    connection,
    operation,
    object,
    contentHash,
    recordId,
    noteId,
    related,
    ...relatedIds,
  ];
}

export function storedRowSchema({ fields }: PackageSchema): z.ZodType<StoredRow> {
  const names: Readonly<Record<string, string>> = {
    id: 'Id',
    number: 'Name',
    createdAt: 'CreatedDate',
    createdById: 'CreatedById',
    key: fields.key,
    connectionId: fields.connection,
    operation: fields.operation,
    object: fields.object,
    contentHash: fields.contentHash,
    recordId: fields.recordId,
    noteId: fields.noteId,
    manifest: fields.related,
  };
  return z.record(z.string(), z.unknown()).transform((row, context) => {
    const parsed = rowSchema.safeParse({
      ...Object.fromEntries(Object.entries(names).map(([ours, field]) => [ours, row[field]])),
      recordId: row[fields.recordId] ?? null,
      noteId: row[fields.noteId] ?? null,
      relatedIds: fields.relatedIds.map((field) => row[field] ?? null),
    });
    if (parsed.success) return parsed.data;
    for (const { path, message } of parsed.error.issues) {
      const [first, second, ...rest] = path;
      const isRelated = first === 'relatedIds' && typeof second === 'number';
      const place = isRelated
        ? [fields.relatedIds[second] ?? second, ...rest]
        : [names[String(first)] ?? String(first), ...path.slice(1)];
      context.addIssue({ code: 'custom', path: place, message });
    }
    return z.NEVER;
  });
}
