import { z } from 'zod';

/** A value of a picklist that a record type offers. */
const picklistValueSchema = z.object({
  value: z.string(),
  /** As people see it, not HTML-encoded. */
  label: z.string(),
  /** Of a dependent picklist: the controlling values it goes with, as indexes of `controllerValues`. */
  validFor: z.array(z.number().int()),
  /** What a stage means, of `Opportunity.StageName`; null for other picklists. */
  attributes: z
    .object({
      closed: z.boolean().optional(),
      won: z.boolean().optional(),
      defaultProbability: z.number().nullish(),
      forecastCategoryName: z.string().nullish(),
    })
    .nullish(),
});

const recordTypePicklistSchema = z.object({
  values: z.array(picklistValueSchema),
  defaultValue: z.object({ value: z.string() }).nullable(),
  /** Index of each controlling value; empty where the picklist depends on none. */
  controllerValues: z.record(z.string(), z.number().int()),
});

export const recordTypePicklistsSchema = z.record(z.string(), recordTypePicklistSchema);

/** Every picklist that a record type offers, by the API name of its field, as this user sees it. */
export type RecordTypePicklists = z.output<typeof recordTypePicklistsSchema>;
export type RecordTypePicklist = z.output<typeof recordTypePicklistSchema>;

/** Source: UI API guide, Picklist Values Collection. */
export const picklistCollectionSchema = z
  .object({ picklistFieldValues: recordTypePicklistsSchema })
  .transform(({ picklistFieldValues }): RecordTypePicklists => picklistFieldValues);
