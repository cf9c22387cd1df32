import type { RecordTypeInfo } from '../metadata/object-describe.ts';
import type { JsonSchema } from './to-json-schema.ts';

/**
 * Who insists on a field: `record`: no record is saved without it; `layout`: people must fill it on the page of this record
 * type, while the API itself does not insist; `none`: it may be left out.
 */
export type RequiredBy = 'record' | 'layout' | 'none';

/** A value of a picklist that may be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  /** Values of the controlling field that it goes with; undefined where the picklist depends on none. */
  readonly validFor: readonly string[] | undefined;
}

/** A field that this user may set in a new record. */
export interface RequirementField {
  /** API name. */
  readonly name: string;
  readonly label: string;
  /** As describe names it, e.g. `string`, `date`, `reference`. */
  readonly type: string;
  readonly requiredBy: RequiredBy;
  /** Help that the administrator has written; null where there is none. */
  readonly help: string | null;
  readonly nillable: boolean;
  /** Longest text in characters; 0 where it does not apply. */
  readonly length: number;
  /** Of numbers: digits before the point, and behind it; undefined where it is no number. */
  readonly digits: { readonly integer: number; readonly fraction: number } | undefined;
  /** Of picklists: what this record type offers; undefined for other fields. */
  readonly choices: readonly Choice[] | undefined;
  /** No other value than one of `choices` will do. */
  readonly restricted: boolean;
  /** API name of the field that decides which choices there are. */
  readonly controller: string | undefined;
  /** Objects that a reference may lead to. */
  readonly referenceTo: readonly string[];
}

/** What has to exist and be filled before a record of one object can be created. */
export interface ObjectRequirements {
  readonly object: string;
  readonly label: string;
  /** This user may create records of it. */
  readonly createable: boolean;
  /** The record type that was asked for, or this user's default; the master record type where there is no other. */
  readonly recordType: Pick<RecordTypeInfo, 'recordTypeId' | 'developerName' | 'name' | 'master'> | undefined;
  /** Every field that this user may set, those of the page first and in its order. */
  readonly fields: readonly RequirementField[];
  /** Fields without which no record is saved, and which this user may not set: only an administrator can help. */
  readonly blockedBy: readonly string[];
  /** JSON Schema (draft 2020-12) of the values of a create, as it stands in this org for this user. */
  readonly schema: JsonSchema;
}

/** A reference that must be filled, from one object to another. */
export interface RequiredReference {
  readonly object: string;
  readonly field: string;
  readonly requiredBy: Exclude<RequiredBy, 'none'>;
  /** One of them will do. */
  readonly to: readonly string[];
}

export interface Requirements extends ObjectRequirements {
  /** The objects that it needs, transitively, each with its own requirements; it comes first, then the nearest. */
  readonly objects: readonly ObjectRequirements[];
  readonly references: readonly RequiredReference[];
  /** Objects that need each other in a circle, e.g. `['A__c', 'B__c', 'A__c']`: one of their records must exist already. */
  readonly cycles: readonly (readonly string[])[];
  /** Objects that are needed, and that this user may not see. */
  readonly notVisible: readonly string[];
  /** What may refuse a record all the same and cannot be known beforehand. */
  readonly unknown: readonly string[];
  /** 0 where everything was known; one for each level of needed objects otherwise. */
  readonly apiCalls: number;
}
