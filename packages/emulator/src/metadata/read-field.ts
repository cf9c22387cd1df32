import { z } from 'zod';
import type { FieldDefinition, FieldType, PicklistValue } from '../schema/object-definition.ts';
import { MetadataError } from './metadata-error.ts';
import type { Naming } from './namespace.ts';
import { parseXml, withoutEffect, xmlBoolean, xmlNumber } from './parse-xml.ts';
import type { MetadataComponent } from './metadata-component.ts';

const valueSchema = z.strictObject({
  fullName: z.string(),
  label: z.string().optional(),
  default: xmlBoolean.optional(),
  isActive: xmlBoolean.optional(),
  color: withoutEffect,
  description: withoutEffect,
});

/** One that is off, or that users may overrule, lets every value pass. Source: Metadata API guide, LookupFilter. */
const lookupFilter = z
  .looseObject({ active: xmlBoolean, isOptional: xmlBoolean })
  .refine(
    ({ active, isOptional }) => !active || isOptional,
    'NOT_EMULATED a lookup filter that is active and required',
  );

const fieldSchema = z.strictObject({
  fullName: z.string(),
  label: z.string().optional(),
  type: z.string(),
  length: xmlNumber.optional(),
  precision: xmlNumber.optional(),
  scale: xmlNumber.optional(),
  required: xmlBoolean.optional(),
  unique: xmlBoolean.optional(),
  caseSensitive: xmlBoolean.optional(),
  externalId: xmlBoolean.optional(),
  formula: z.string().optional(),
  formulaTreatBlanksAs: z.enum(['BlankAsBlank', 'BlankAsZero']).optional(),
  defaultValue: z.string().optional(),
  displayFormat: z.string().optional(),
  lookupFilter: lookupFilter.optional(),
  referenceTo: z.string().optional(),
  relationshipName: z.string().optional(),
  deleteConstraint: z.enum(['SetNull', 'Restrict', 'Cascade']).optional(),
  reparentableMasterDetail: xmlBoolean.optional(),
  inlineHelpText: z.string().optional(),
  valueSet: z
    .strictObject({
      restricted: xmlBoolean.optional(),
      controllingField: z.string().optional(),
      valueSettings: z
        .array(z.strictObject({ controllingFieldValue: z.array(z.string()), valueName: z.string() }))
        .optional(),
      valueSetDefinition: z.strictObject({ sorted: withoutEffect, value: z.array(valueSchema).optional() }).optional(),
      /** Of a global value set. */
      valueSetName: z.string().optional(),
    })
    .optional(),
  businessOwnerGroup: withoutEffect,
  complianceGroup: withoutEffect,
  description: withoutEffect,
  relationshipLabel: withoutEffect,
  relationshipOrder: xmlNumber.optional(),
  securityClassification: withoutEffect,
  startingNumber: xmlNumber.optional(),
  trackFeedHistory: withoutEffect,
  trackHistory: withoutEffect,
  trackTrending: withoutEffect,
  visibleLines: withoutEffect,
  writeRequiresMasterRead: xmlBoolean.optional(),
});

type FieldXml = z.output<typeof fieldSchema>;

interface Shape {
  readonly type: FieldType;
  /** Where the file gives none. */
  readonly length?: number;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  AutoNumber: { type: 'string', length: 30 },
  Checkbox: { type: 'boolean' },
  Currency: { type: 'currency' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Email: { type: 'email', length: 80 },
  Html: { type: 'textarea', length: 32_768 },
  LongTextArea: { type: 'textarea', length: 32_768 },
  Lookup: { type: 'reference', length: 18 },
  MasterDetail: { type: 'reference', length: 18 },
  MultiselectPicklist: { type: 'multipicklist', length: 4099 },
  Number: { type: 'double' },
  Percent: { type: 'percent' },
  Phone: { type: 'phone', length: 40 },
  Picklist: { type: 'picklist', length: 255 },
  Text: { type: 'string', length: 255 },
  TextArea: { type: 'textarea', length: 255 },
  Time: { type: 'time' },
  Url: { type: 'url', length: 255 },
};

/** What a formula can result in. */
const FORMULA_SHAPES: Readonly<Record<string, Shape>> = {
  Checkbox: { type: 'boolean' },
  Currency: { type: 'currency' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Number: { type: 'double' },
  Percent: { type: 'percent' },
  Text: { type: 'string', length: 1300 },
};

/** Can neither be filtered nor sorted by. */
const LONG = new Set(['LongTextArea', 'Html']);

/** A custom field. Source: Metadata API guide, CustomField. */
export function readField(file: MetadataComponent, naming: Naming): FieldDefinition {
  const xml = parseXml(file, 'CustomField', fieldSchema);
  const shape = SHAPES[xml.type];
  if (!shape) {
    throw new MetadataError({ file: file.file, problem: `fields of the type ${xml.type} are not emulated` });
  }
  const name = naming.field(file.object, xml.fullName);
  if (xml.formula !== undefined) return readFormulaField(file, name, { ...xml, formula: xml.formula }, naming);
  const isMasterDetail = xml.type === 'MasterDetail';
  const isAutoNumber = xml.type === 'AutoNumber';
  const defaultValue = readDefault(file, shape.type, xml);
  const filledIn = isAutoNumber || defaultValue !== undefined;
  return {
    name,
    label: xml.label ?? xml.fullName.replace(/__c$/, ''),
    type: shape.type,
    custom: true,
    nillable: !(xml.required || isMasterDetail || isAutoNumber || shape.type === 'boolean'),
    createable: !isAutoNumber,
    updateable: !isAutoNumber && (!isMasterDetail || xml.reparentableMasterDetail === true),
    defaultedOnCreate: filledIn,
    ...(defaultValue !== undefined && { defaultValue }),
    ...lengthOf(shape, xml),
    ...(xml.unique && { unique: true }),
    ...(xml.unique && xml.caseSensitive && { caseSensitive: true }),
    ...(xml.externalId && { externalId: true, idLookup: true }),
    ...(isAutoNumber && { autoNumber: xml.displayFormat ?? '{0}' }),
    ...(isAutoNumber && xml.startingNumber !== undefined && { autoNumberStart: xml.startingNumber }),
    ...(shape.type === 'reference' && readReference(file, name, xml, naming)),
    ...readPicklist(file, shape.type, xml, naming),
    ...(xml.inlineHelpText !== undefined && { inlineHelpText: xml.inlineHelpText }),
    ...(LONG.has(xml.type) && { filterable: false, sortable: false }),
    ...describedOf(xml),
  };
}

/** Source: Metadata API guide, CustomField; the describe of formula fields: read-only, texts of 1300 characters (not verified). */
function readFormulaField(
  file: MetadataComponent,
  name: string,
  xml: FieldXml & { readonly formula: string },
  naming: Naming,
): FieldDefinition {
  const shape = FORMULA_SHAPES[xml.type];
  if (!shape)
    throw new MetadataError({ file: file.file, problem: `formula fields of the type ${xml.type} are not emulated` });
  return {
    name,
    label: xml.label ?? xml.fullName.replace(/__c$/, ''),
    type: shape.type,
    custom: true,
    nillable: shape.type !== 'boolean',
    createable: false,
    updateable: false,
    defaultedOnCreate: false,
    calculated: true,
    formula: {
      text: xml.formula,
      blankAsZero: xml.formulaTreatBlanksAs === 'BlankAsZero',
      namespace: naming.namespace,
    },
    ...lengthOf(shape, { ...xml, length: undefined }),
    ...(xml.inlineHelpText !== undefined && { inlineHelpText: xml.inlineHelpText }),
  };
}

/** Source: describe of custom objects in public recordings of the sf CLI and CumulusCI. */
function describedOf(xml: FieldXml): Partial<FieldDefinition> {
  switch (xml.type) {
    case 'Html':
      return { described: { extraTypeInfo: 'richtextarea', htmlFormatted: true } };
    case 'LongTextArea':
    case 'TextArea':
      return { described: { extraTypeInfo: 'plaintextarea' } };
    case 'MasterDetail':
      return {
        described: {
          relationshipOrder: xml.relationshipOrder ?? 0,
          writeRequiresMasterRead: xml.writeRequiresMasterRead ?? false,
        },
      };
    default:
      return {};
  }
}

function lengthOf(shape: Shape, xml: FieldXml): Partial<FieldDefinition> {
  const length = xml.type === 'Text' || LONG.has(xml.type) ? (xml.length ?? shape.length) : shape.length;
  return {
    ...(length !== undefined && { length }),
    ...(xml.precision !== undefined && { precision: xml.precision }),
    ...(xml.scale !== undefined && { scale: xml.scale }),
  };
}

/** Only constants: a formula would have to be computed. */
function readDefault(file: MetadataComponent, type: FieldType, xml: FieldXml): FieldDefinition['defaultValue'] {
  if (type === 'boolean') {
    if (xml.defaultValue === undefined || xml.defaultValue === 'false') return false;
    if (xml.defaultValue === 'true') return true;
  }
  if (xml.defaultValue === undefined) return undefined;
  const text = /^(["'])([^"']*)\1$/.exec(xml.defaultValue)?.[2];
  if (type === 'string' && text !== undefined) return text;
  if (['double', 'currency', 'percent'].includes(type) && /^-?\d+(?:\.\d+)?$/.test(xml.defaultValue)) {
    return Number(xml.defaultValue);
  }
  throw new MetadataError({ file: file.file, problem: `the default value ${xml.defaultValue} is not a constant` });
}

function readReference(file: MetadataComponent, name: string, xml: FieldXml, naming: Naming): Partial<FieldDefinition> {
  if (xml.referenceTo === undefined) throw new MetadataError({ file: file.file, problem: 'it has no referenceTo' });
  const cascadeDelete = xml.type === 'MasterDetail' || xml.deleteConstraint === 'Cascade';
  return {
    referenceTo: [naming.object(xml.referenceTo)],
    relationshipName: name.replace(/__c$/, '__r'),
    ...(xml.relationshipName !== undefined && { childRelationshipName: naming.relationship(xml.relationshipName) }),
    ...(cascadeDelete && { cascadeDelete }),
    // A lookup that must have a value cannot lose it.
    ...((xml.deleteConstraint === 'Restrict' || (xml.required && !cascadeDelete)) && { restrictedDelete: true }),
  };
}

function readPicklist(
  file: MetadataComponent,
  type: FieldType,
  xml: FieldXml,
  naming: Naming,
): Partial<FieldDefinition> {
  if (type !== 'picklist' && type !== 'multipicklist') return {};
  if (!xml.valueSet) throw new MetadataError({ file: file.file, problem: 'it has no valueSet' });
  const { controllingField, valueSettings = [], valueSetName } = xml.valueSet;
  const validFor = new Map(valueSettings.map((setting) => [setting.valueName, setting.controllingFieldValue]));
  const values: readonly z.output<typeof valueSchema>[] =
    valueSetName === undefined
      ? (xml.valueSet.valueSetDefinition?.value ?? [])
      : valueSettings.map(({ valueName }) => ({ fullName: valueName }));
  const picklistValues = values.map((value): PicklistValue => ({
    value: value.fullName,
    label: value.label ?? value.fullName,
    active: value.isActive ?? true,
    isDefault: value.default ?? false,
    ...(controllingField !== undefined && { validFor: validFor.get(value.fullName) ?? [] }),
  }));
  return {
    picklistValues,
    // A field that uses a global value set is always restricted to it. Source: Salesforce Help, "Global Picklist Value Sets".
    restrictedPicklist: valueSetName !== undefined || (xml.valueSet.restricted ?? false),
    ...(valueSetName !== undefined && { globalValueSet: naming.component(valueSetName) }),
    ...(controllingField !== undefined && { controllerName: naming.field(file.object, controllingField) }),
  };
}
