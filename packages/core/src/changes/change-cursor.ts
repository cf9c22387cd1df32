import { z } from 'zod';
import { parseRecordId } from '../record-id.ts';

/** Up to where changes have been read: the last record of the order by moment and id. */
export interface ChangePosition {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Of records with just this moment, those with a greater id come next; undefined: all of them. */
  readonly id: string | undefined;
}

const VERSION = 1;
const cursorSchema = z.object({
  v: z.literal(VERSION),
  object: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  id: z
    .string()
    .refine((id) => parseRecordId(id) === id)
    .optional(),
});

/** The position as a text without meaning to anybody else. The version stands in it, so that later ones can read it. */
export function writeCursor(object: string, { at, id }: ChangePosition): string {
  const content: z.output<typeof cursorSchema> = { v: VERSION, object: object.toLowerCase(), at, id };
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Undefined for what is not a cursor of this object. */
export function readCursor(object: string, cursor: string): ChangePosition | undefined {
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  const { data } = cursorSchema.safeParse(content);
  return data?.object === object.toLowerCase() ? { at: data.at, id: data.id } : undefined;
}
