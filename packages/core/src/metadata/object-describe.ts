import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';

const picklistEntrySchema = z.object({
  value: z.string(),
  label: z.string().nullable(),
  active: z.boolean(),
  defaultValue: z.boolean(),
  /** Of a dependent picklist: a bitmap in base64 over the values of the controlling field. See `valid-for.ts`. */
  validFor: z.string().nullish(),
});

/** A field, as far as this package uses what describe says of it. Lengths are in characters. */
const fieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  /** E.g. `string`, `picklist`, `reference`, `double`. */
  type: z.string(),
  length: z.number(),
  /** Of numbers with decimals: digits in all, and those behind the point. */
  precision: z.number(),
  scale: z.number(),
  /** Of whole numbers; 0 where there is no bound. */
  digits: z.number(),
  custom: z.boolean(),
  nillable: z.boolean(),
  createable: z.boolean(),
  updateable: z.boolean(),
  defaultedOnCreate: z.boolean(),
  calculated: z.boolean(),
  autoNumber: z.boolean(),
  unique: z.boolean(),
  caseSensitive: z.boolean(),
  externalId: z.boolean(),
  idLookup: z.boolean(),
  filterable: z.boolean(),
  sortable: z.boolean(),
  nameField: z.boolean(),
  namePointing: z.boolean(),
  htmlFormatted: z.boolean(),
  cascadeDelete: z.boolean(),
  compoundFieldName: z.string().nullable(),
  relationshipName: z.string().nullable(),
  referenceTo: z.array(z.string()),
  restrictedPicklist: z.boolean(),
  dependentPicklist: z.boolean(),
  controllerName: z.string().nullable(),
  picklistValues: z.array(picklistEntrySchema),
  defaultValue: z.union([z.string(), z.number(), z.boolean()]).nullable().catch(null),
  inlineHelpText: z.string().nullable(),
});

const recordTypeSchema = z.object({
  /** 18 characters; `012000000000000AAA` is the master record type, which is no record. */
  recordTypeId: recordIdSchema,
  developerName: z.string(),
  /** Its label. */
  name: z.string(),
  active: z.boolean(),
  /** This user may use it. */
  available: z.boolean(),
  /** This user's default. */
  defaultRecordTypeMapping: z.boolean(),
  master: z.boolean(),
});

const childRelationshipSchema = z.object({
  childSObject: z.string(),
  field: z.string(),
  relationshipName: z.string().nullable(),
  cascadeDelete: z.boolean(),
});

/**
 * An object as this user sees it: hidden fields are not in it. Names and meaning of members are Salesforce's.
 * Source: REST API guide, sObject Describe.
 */
export const objectDescribeSchema = z.object({
  name: z.string(),
  label: z.string(),
  labelPlural: z.string(),
  keyPrefix: z.string().nullable(),
  custom: z.boolean(),
  createable: z.boolean(),
  updateable: z.boolean(),
  deletable: z.boolean(),
  queryable: z.boolean(),
  fields: z.array(fieldSchema),
  recordTypeInfos: z.array(recordTypeSchema),
  childRelationships: z.array(childRelationshipSchema),
});

export type ObjectDescribe = z.output<typeof objectDescribeSchema>;
export type FieldDescribe = z.output<typeof fieldSchema>;
export type PicklistEntry = z.output<typeof picklistEntrySchema>;
export type RecordTypeInfo = z.output<typeof recordTypeSchema>;

/** Names are compared as Salesforce does, without regard to case. */
export function fieldOf({ fields }: ObjectDescribe, name: string): FieldDescribe | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.name.toLowerCase() === wanted);
}
