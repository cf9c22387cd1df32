import type { FieldValue } from '../field-value.ts';
import type { KnownObject, OPTIONAL_FIELDS, REQUIRED_FIELDS, StandardField } from './standard-fields.ts';

type ValueOf<Field extends StandardField> = Field extends { readonly type: 'number' }
  ? number
  : Field extends { readonly type: 'boolean' }
    ? boolean
    : string;

type Values<Fields extends Readonly<Record<string, StandardField>>> = {
  readonly [Name in keyof Fields]: ValueOf<Fields[Name]>;
};

/** Booleans are never empty. */
type Clearable<Fields> = {
  readonly [Name in keyof Fields]?: (Fields[Name] extends boolean ? boolean : Fields[Name] | null) | undefined;
};

/** Fields that an administrator or a package has added. */
export interface CustomFieldValues {
  readonly [custom: `${string}__c`]: FieldValue | undefined;
}

/**
 * What a record of this object is created with: the standard fields by name and type, the required ones always, and
 * custom ones by their API name. What Salesforce computes (`CreatedDate`, `IsWon`, …) is not there. A standard field that
 * only some orgs have goes through `customObjects`, which takes any.
 */
export type CreateFields<Name extends KnownObject> = Values<(typeof REQUIRED_FIELDS)[Name]> &
  Clearable<Values<(typeof OPTIONAL_FIELDS)[Name]>> &
  CustomFieldValues;

/** What of a record is changed; `null` empties a field. A required one can be changed, not emptied. */
export type UpdateFields<Name extends KnownObject> = {
  readonly [Field in keyof (typeof REQUIRED_FIELDS)[Name]]?: Values<(typeof REQUIRED_FIELDS)[Name]>[Field] | undefined;
} & Clearable<Values<(typeof OPTIONAL_FIELDS)[Name]>> &
  CustomFieldValues;
