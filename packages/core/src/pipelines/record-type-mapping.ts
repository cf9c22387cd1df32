import { z } from 'zod';
import { recordIdSchema } from '../transport/answer-schemas.ts';

/** A value of StageName that a record type has. */
export interface MappedStage {
  readonly value: string;
  /** In the user's language. */
  readonly label: string;
  readonly isDefault: boolean;
}

/** A record type of Opportunity with the stages of its sales process, as `describe/layouts` gives it. */
export interface RecordTypeMapping {
  /** 18 characters. */
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly isMaster: boolean;
  /** This user may give it to a record. */
  readonly isAvailable: boolean;
  readonly isDefault: boolean;
  /** Undefined where the answer has no stages: always for the master record type, which has all of the org. */
  readonly stages: readonly MappedStage[] | undefined;
}

const valueSchema = z.looseObject({
  active: z.boolean(),
  defaultValue: z.boolean(),
  label: z.string().nullable(),
  value: z.string(),
});

const mappingSchema = z
  .looseObject({
    active: z.boolean().optional(),
    available: z.boolean(),
    defaultRecordTypeMapping: z.boolean(),
    developerName: z.string().nullish(),
    master: z.boolean(),
    name: z.string(),
    recordTypeId: recordIdSchema,
    picklistsForRecordType: z
      .array(z.looseObject({ picklistName: z.string(), picklistValues: z.array(valueSchema).nullable() }))
      .nullish(),
  })
  .transform((mapping): RecordTypeMapping => ({
    id: mapping.recordTypeId,
    developerName: mapping.developerName ?? mapping.name,
    label: mapping.name,
    isMaster: mapping.master,
    isAvailable: mapping.available && mapping.active !== false,
    isDefault: mapping.defaultRecordTypeMapping,
    stages: mapping.picklistsForRecordType
      ?.find(({ picklistName }) => picklistName === 'StageName')
      ?.picklistValues?.filter(({ active }) => active)
      .map(({ value, label, defaultValue }) => ({ value, label: label ?? value, isDefault: defaultValue })),
  }));

/**
 * The answer to `GET /sobjects/Opportunity/describe/layouts`: the one resource with the stages of every record type that a
 * composite request takes, since UI API is none of those. Source: REST API guide, sObject Layouts and Composite;
 * SOAP API guide, RecordTypeMapping.
 */
export const recordTypeMappingsSchema = z
  .looseObject({ recordTypeMappings: z.array(mappingSchema) })
  .transform(({ recordTypeMappings }) => recordTypeMappings);
