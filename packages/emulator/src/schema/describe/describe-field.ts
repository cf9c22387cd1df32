import { isPermissionable } from '../is-permissionable.ts';
import type { FieldDefinition, FieldType, ObjectDefinition } from '../object-definition.ts';
import { describeValidFor } from './valid-for.ts';

const SOAP_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  address: 'urn:address',
  base64: 'xsd:base64Binary',
};
const NUMBERS: readonly FieldType[] = ['double', 'currency', 'percent'];
const UNGROUPABLE: readonly FieldType[] = [...NUMBERS, 'datetime', 'address', 'base64', 'multipicklist'];
const UNAGGREGATABLE: readonly FieldType[] = ['boolean', 'address', 'base64', 'multipicklist'];
const UNSORTABLE: readonly FieldType[] = ['address', 'base64', 'multipicklist'];

/**
 * A field as describe prints it: these members, in this order. What follows from the type alone is worked out here;
 * `described` of the definition overrides it. Source: describes recorded by CumulusCI; members the same from v48 to v58.
 */
export function describeField(field: FieldDefinition, object: ObjectDefinition): Record<string, unknown> {
  const controller = object.fields.get(field.controllerName ?? '');
  const isId = field.type === 'id' || field.type === 'reference';
  const isNumber = NUMBERS.includes(field.type);
  const filterable = field.filterable ?? field.type !== 'base64';
  const isLong = field.type === 'textarea' && !filterable;
  const length = isId ? 18 : (field.length ?? 0);
  const polymorphic = (field.referenceTo?.length ?? 0) > 1;
  return {
    aggregatable: !isLong && !UNAGGREGATABLE.includes(field.type),
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: isId ? 18 : isNumber ? 0 : length * 3,
    calculated: field.calculated ?? false,
    calculatedFormula: field.formula?.text ?? null,
    cascadeDelete: field.custom && (field.cascadeDelete ?? false),
    caseSensitive: field.caseSensitive ?? false,
    compoundFieldName: field.compoundFieldName ?? null,
    controllerName: field.controllerName ?? null,
    createable: field.createable,
    custom: field.custom,
    defaultValue: describedDefault(field),
    defaultValueFormula: null,
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: field.controllerName !== undefined,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? 8 : 0,
    displayLocationInDecimal: false,
    encrypted: false,
    externalId: field.externalId ?? false,
    extraTypeInfo: null,
    filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: field.formula?.blankAsZero ?? false,
    groupable: !isLong && !UNGROUPABLE.includes(field.type),
    highScaleNumber: false,
    htmlFormatted: false,
    idLookup: field.idLookup ?? field.externalId ?? false,
    inlineHelpText: field.inlineHelpText ?? null,
    label: field.label,
    length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField ?? false,
    namePointing: polymorphic,
    nillable: field.nillable,
    permissionable: isPermissionable(object, field),
    picklistValues: (field.picklistValues ?? []).map((value) => ({
      active: value.active,
      defaultValue: value.isDefault,
      label: value.label,
      validFor: controller ? describeValidFor(value, controller) : null,
      value: value.value,
    })),
    polymorphicForeignKey: polymorphic,
    precision: isNumber ? (field.precision ?? 18) : 0,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo ?? [],
    relationshipName: field.relationshipName ?? null,
    relationshipOrder: null,
    restrictedDelete: field.custom && (field.restrictedDelete ?? false),
    restrictedPicklist: field.restrictedPicklist ?? false,
    scale: isNumber ? (field.scale ?? 0) : 0,
    searchPrefilterable: false,
    soapType: SOAP_TYPES[field.type] ?? 'xsd:string',
    sortable: field.sortable ?? !UNSORTABLE.includes(field.type),
    type: field.type,
    unique: field.unique ?? false,
    updateable: field.updateable,
    writeRequiresMasterRead: false,
    ...field.described,
  };
}

/** Only of checkboxes and picklists. */
function describedDefault(field: FieldDefinition): unknown {
  if (field.type === 'boolean') return field.defaultValue ?? false;
  return field.picklistValues?.find((value) => value.isDefault)?.value ?? null;
}
