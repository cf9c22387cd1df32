import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';

/** Another record, as a person knows it. */
export interface RelatedRecord {
  readonly id: string;
  /** API name of its object, e.g. `Contact`; undefined where the query did not ask for it. */
  readonly object: string | undefined;
  /** Null where the user may not see it. */
  readonly name: string | null;
}

/** A parent as a query answers it: `{ attributes: { type }, Id, Name }`; a polymorphic one (`Who`, `What`) says its `Type`. */
export const relatedRecordSchema = z
  .object({
    attributes: z.object({ type: z.string() }).optional(),
    Id: recordIdSchema,
    Name: z.string().nullish(),
    Type: z.string().nullish(),
  })
  .transform(({ attributes, Id, Name, Type }): RelatedRecord => {
    const type = attributes?.type === 'Name' ? undefined : attributes?.type;
    return { id: Id, object: Type ?? type, name: Name ?? null };
  })
  .nullish();
