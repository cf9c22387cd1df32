/** The field types that describe reports. Source: describeSObject results of scratch orgs. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'email'
  | 'phone'
  | 'url'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'reference'
  | 'address'
  | 'base64';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly isDefault: boolean;
  /** Of a status: what has it is closed. */
  readonly closed?: boolean;
  /** Of a priority of tasks: what has it is urgent. */
  readonly high?: boolean;
  /** Of a dependent picklist: the values of the controlling field that this one goes with (`true` or `false` of a checkbox). */
  readonly validFor?: readonly string[];
}

/** Scopes of list views and of SOQL's `USING SCOPE`, beside `everything` and, where records have owners, `mine`. */
export type ScopeName =
  'delegated' | 'genericteam' | 'queue_owned' | 'scopingRule' | 'team' | 'team_by_role' | 'user_owned';

/** One field of an object, as this org has it. Defaults describe an ordinary custom text field. */
export interface FieldDefinition {
  /** API name, with its namespace prefix where it came from a managed package. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters of text types. */
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  /** A value is filled in when none is given (OwnerId, booleans, auto numbers). */
  readonly defaultedOnCreate: boolean;
  readonly defaultValue?: string | number | boolean;
  readonly unique?: boolean;
  readonly caseSensitive?: boolean;
  readonly externalId?: boolean;
  readonly idLookup?: boolean;
  readonly nameField?: boolean;
  /** Display format of an auto number, e.g. `W-{0000000}` or `{YYYY}-{000}`. */
  readonly autoNumber?: string;
  /** The first auto number. @default 1 */
  readonly autoNumberStart?: number;
  /** Computed by the org; never written by a client. */
  readonly calculated?: boolean;
  /** What a formula field is computed from whenever it is read. */
  readonly formula?: {
    readonly text: string;
    /** Numbers without a value are 0 in it. */
    readonly blankAsZero: boolean;
    /** Of the package that it came with. */
    readonly namespace: string | null;
  };
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  /** The objects a reference may point to; more than one is polymorphic. */
  readonly referenceTo?: readonly string[];
  /** How a child names its parent in SOQL, e.g. `Account` for AccountId. */
  readonly relationshipName?: string;
  /** How the parent names its children in SOQL, e.g. `Contacts`. */
  readonly childRelationshipName?: string;
  readonly cascadeDelete?: boolean;
  readonly restrictedDelete?: boolean;
  readonly compoundFieldName?: string;
  readonly picklistValues?: readonly PicklistValue[];
  readonly restrictedPicklist?: boolean;
  /** The global value set that its values come from. */
  readonly globalValueSet?: string;
  /** The picklist or checkbox whose value decides which values of this picklist go. */
  readonly controllerName?: string;
  readonly inlineHelpText?: string;
  /** Not a column of its own: put together when read (compound addresses). */
  readonly virtual?: boolean;
  /** Present only while the object has record types, as `RecordTypeId` is. */
  readonly onlyWithRecordTypes?: boolean;
  /** `referenceTo` is every object of this org of that kind, custom objects included. */
  readonly references?: 'linkable' | 'activities';
  /** The API version that it came with; earlier ones do not know it. */
  readonly since?: number;
  /** API version from which on it can be updated, where it was only written with the record before. */
  readonly updateableSince?: number;
  /** Looked for by the org itself, so that its column has an index. */
  readonly searched?: boolean;
  /** The parent's describe does not list it among the child relationships. */
  readonly hiddenFromParent?: boolean;
  /** Members of the describe result that differ from what the type implies, e.g. `{ permissionable: false }`. */
  readonly described?: Readonly<Record<string, unknown>>;
}

/** One object of the org's schema. */
export interface ObjectDefinition {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** First three characters of its record ids; case-sensitive. */
  readonly keyPrefix: string | null;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly queryable: boolean;
  /** By API name, in the order of the describe result. */
  readonly fields: ReadonlyMap<string, FieldDefinition>;
  /** Files and notes can be linked to its records. */
  readonly linkable?: boolean;
  /** Tasks and events can be about its records. */
  readonly activities?: boolean;
  /** Scopes beside the usual ones. */
  readonly scopes?: readonly ScopeName[];
  /** Resources that its describe links to beyond the usual ones, as paths below the object; null takes one away. */
  readonly resources?: Readonly<Record<string, string | null>>;
  /** Salesforce lets clients write it, this emulator does not: such writes answer `NOT_EMULATED`. */
  readonly writesNotEmulated?: boolean;
  /** Members of the describe result that differ from those of an ordinary object. */
  readonly described?: Readonly<Record<string, unknown>>;
}

/**
 * What the org knows now, or what one of its users can see of it. Names are looked up without regard to case, as
 * Salesforce does.
 */
export interface OrgSchema {
  object(name: string): ObjectDefinition | undefined;
  objects(): readonly ObjectDefinition[];
  field(object: string, field: string): FieldDefinition | undefined;
  /** The object with this key prefix, hidden ones left out. */
  objectOfPrefix(keyPrefix: string): ObjectDefinition | undefined;
}
