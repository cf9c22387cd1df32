import { z } from 'zod';

/** An object in the list of all objects. Source: REST API guide, Describe Global. */
const objectSummarySchema = z.object({
  name: z.string(),
  label: z.string(),
  labelPlural: z.string(),
  /** First three characters of its records' ids; null for objects without ids of their own. */
  keyPrefix: z.string().nullable(),
  custom: z.boolean(),
  customSetting: z.boolean(),
  createable: z.boolean(),
  updateable: z.boolean(),
  deletable: z.boolean(),
  queryable: z.boolean(),
  searchable: z.boolean(),
  layoutable: z.boolean(),
});

export type ObjectSummary = z.output<typeof objectSummarySchema>;

export const objectSummariesSchema = z.array(objectSummarySchema);

export const describeGlobalSchema = z
  .object({ sobjects: objectSummariesSchema })
  .transform(({ sobjects }): ObjectSummary[] => sobjects);
