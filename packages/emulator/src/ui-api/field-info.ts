import { describeField } from '../schema/describe/describe-field.ts';
import type { FieldDefinition, ObjectDefinition, OrgSchema } from '../schema/object-definition.ts';
import { controllersOf } from './controllers-of.ts';
import { nameFields } from './name-fields.ts';
import { since } from './since-version.ts';

const DATA_TYPES: Readonly<Record<string, string>> = {
  address: 'Address',
  anyType: 'Anytype',
  base64: 'Base64',
  boolean: 'Boolean',
  combobox: 'ComboBox',
  complexvalue: 'ComplexValue',
  currency: 'Currency',
  date: 'Date',
  datetime: 'DateTime',
  double: 'Double',
  email: 'Email',
  encryptedstring: 'EncryptedString',
  id: 'String',
  int: 'Int',
  location: 'Location',
  long: 'Long',
  multipicklist: 'MultiPicklist',
  percent: 'Percent',
  phone: 'Phone',
  picklist: 'Picklist',
  reference: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  time: 'Time',
  url: 'Url',
};
const EXTRA_TYPES: Readonly<Record<string, string>> = {
  externallookup: 'ExternalLookup',
  imageurl: 'ImageUrl',
  indirectlookup: 'IndirectLookup',
  personname: 'PersonName',
  plaintextarea: 'PlainTextArea',
  richtextarea: 'RichTextArea',
  switchablepersonname: 'SwitchablePersonName',
};

/**
 * A field as object-info prints it: what describe says of it, under UI API's names and in its order; `required` is what
 * describe calls not nillable. Source: object-info recorded by lwc-recipes (v45); the versions of later members from the
 * UI API guide, Field. The values of `externalId`, `maskType`, `digits` and `defaultValue` are describe's (not verified).
 */
export function fieldInfo(
  schema: OrgSchema,
  object: ObjectDefinition,
  field: FieldDefinition,
  apiVersion: string,
): object {
  const described = describeField(field, object);
  const copied = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, described[name]]));
  const compoundFieldName = field.type === 'address' ? null : described['compoundFieldName'];
  const controllingFields = controllersOf(schema, object.name, field);
  const isReference = field.type === 'reference';
  const extraType = described['extraTypeInfo'];
  const isName = field.nameField === true;
  return {
    apiName: field.name,
    ...copied('calculated'),
    compound: field.type === 'address' || compoundFieldName === field.name || (isName && extraType === 'personname'),
    compoundComponentName: componentName(field.name, compoundFieldName),
    compoundFieldName,
    controllerName: controllingFields[0] ?? null,
    controllingFields,
    ...copied('createable', 'custom'),
    dataType: DATA_TYPES[field.type],
    ...since(66, apiVersion, copied('defaultValue', 'defaultedOnCreate')),
    ...since(65, apiVersion, copied('digits')),
    ...since(60, apiVersion, copied('externalId')),
    extraTypeInfo: typeof extraType === 'string' ? (EXTRA_TYPES[extraType] ?? extraType) : null,
    ...copied('filterable', 'filteredLookupInfo', 'highScaleNumber', 'htmlFormatted', 'inlineHelpText', 'label'),
    ...copied('length'),
    ...since(60, apiVersion, copied('maskType')),
    ...copied('nameField', 'polymorphicForeignKey', 'precision'),
    reference: isReference,
    ...copied('referenceTargetField'),
    referenceToInfos: isReference ? (field.referenceTo ?? []).flatMap((name) => referenceTo(schema, name)) : [],
    ...copied('relationshipName'),
    required: !field.nillable,
    ...copied('scale', 'searchPrefilterable', 'sortable', 'unique', 'updateable'),
  };
}

/** `City` of `BillingCity`, which is part of `BillingAddress`. */
function componentName(name: string, compound: unknown): string | null {
  if (typeof compound !== 'string' || compound === name) return null;
  const prefix = compound.replace(/Address$/, '');
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function referenceTo(schema: OrgSchema, name: string): object[] {
  const target = schema.object(name);
  return target ? [{ apiName: target.name, nameFields: nameFields(target) }] : [];
}
