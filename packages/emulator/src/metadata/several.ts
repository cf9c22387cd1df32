import { z } from 'zod';

/** One element, or several of the same name; none is an empty list. */
export function several<Schema extends z.ZodType>(item: Schema) {
  return z
    .union([z.array(item), item])
    .optional()
    .transform((value): z.output<Schema>[] => {
      if (value === undefined) return [];
      return Array.isArray(value) ? value : [value];
    });
}
