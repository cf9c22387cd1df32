import type { FieldDefinition, FieldType, PicklistValue } from './object-definition.ts';

/** What a definition says beyond its type; the rest is an ordinary optional field that clients may write. */
export type FieldOptions = Partial<Omit<FieldDefinition, 'name' | 'label' | 'type'>>;

/** Not written by clients. */
export const readOnly = { createable: false, updateable: false } as const satisfies FieldOptions;

/** Must have a value on create. */
export const required = { nillable: false } as const satisfies FieldOptions;

function field(name: string, label: string, type: FieldType, options: FieldOptions): FieldDefinition {
  return {
    name,
    label,
    type,
    custom: false,
    nillable: true,
    createable: true,
    updateable: true,
    defaultedOnCreate: false,
    ...options,
  };
}

export const text = (name: string, label: string, length: number, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'string', { length, ...options });

/** Up to 255 characters it can be filtered and sorted by, above not. */
export const textArea = (name: string, label: string, length: number, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'textarea', {
    length,
    ...(length > 255 && { filterable: false, sortable: false }),
    described: { extraTypeInfo: 'plaintextarea' },
    ...options,
  });

export const checkbox = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'boolean', { nillable: false, defaultedOnCreate: true, defaultValue: false, ...options });

export const integer = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'int', { scale: 0, ...options });

export const decimal = (
  name: string,
  label: string,
  [precision, scale]: readonly [precision: number, scale: number],
  options: FieldOptions = {},
): FieldDefinition => field(name, label, 'double', { precision, scale, ...options });

export const currency = (
  name: string,
  label: string,
  [precision, scale]: readonly [precision: number, scale: number],
  options: FieldOptions = {},
): FieldDefinition => field(name, label, 'currency', { precision, scale, ...options });

export const percent = (
  name: string,
  label: string,
  [precision, scale]: readonly [precision: number, scale: number],
  options: FieldOptions = {},
): FieldDefinition => field(name, label, 'percent', { precision, scale, ...options });

export const date = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'date', options);

export const dateTime = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'datetime', options);

export const email = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'email', { length: 80, ...options });

export const phone = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'phone', { length: 40, ...options });

export const url = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'url', { length: 255, ...options });

export const blob = (name: string, label: string, options: FieldOptions = {}): FieldDefinition =>
  field(name, label, 'base64', { filterable: false, sortable: false, ...options });

/** Values as `value` or `value=Label`; a leading `*` marks the default, `!` what is closed, `^` what is urgent. */
export const picklist = (
  name: string,
  label: string,
  length: number,
  values: readonly string[],
  options: FieldOptions = {},
): FieldDefinition =>
  field(name, label, 'picklist', { length, picklistValues: values.map(toPicklistValue), ...options });

/** A text with values to pick from. */
export const combobox = (
  name: string,
  label: string,
  length: number,
  values: readonly string[],
  options: FieldOptions = {},
): FieldDefinition =>
  field(name, label, 'combobox', { length, picklistValues: values.map(toPicklistValue), ...options });

/**
 * `Parent.field` in SOQL is named by `relationshipName`: the field's name without its `Id` unless given;
 * an empty one means that SOQL cannot go through this field.
 */
export const lookup = (
  name: string,
  label: string,
  referenceTo: string | readonly string[],
  { relationshipName = name.replace(/Id$/, ''), ...options }: FieldOptions = {},
): FieldDefinition =>
  field(name, label, 'reference', {
    length: 18,
    referenceTo: typeof referenceTo === 'string' ? [referenceTo] : referenceTo,
    ...(relationshipName !== '' && { relationshipName }),
    described: { searchPrefilterable: true },
    ...options,
  });

function toPicklistValue(text: string): PicklistValue {
  const [, marks = '', rest = ''] = /^([*!^]*)(.*)$/.exec(text) ?? [];
  const [value = '', label = value] = rest.split('=');
  return {
    value,
    label,
    active: true,
    isDefault: marks.includes('*'),
    ...(marks.includes('!') && { closed: true }),
    ...(marks.includes('^') && { high: true }),
  };
}
