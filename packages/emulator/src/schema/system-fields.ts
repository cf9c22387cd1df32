import { checkbox, dateTime, lookup, readOnly, required } from './define-field.ts';
import type { FieldDefinition } from './object-definition.ts';

const filledIn = { ...readOnly, ...required, defaultedOnCreate: true } as const;
const system = { ...filledIn, described: {} } as const;

/** @param label `Account ID`; custom objects all say `Record ID`. */
export function idField(label: string): FieldDefinition {
  return {
    name: 'Id',
    label,
    type: 'id',
    custom: false,
    length: 18,
    nillable: false,
    createable: false,
    updateable: false,
    defaultedOnCreate: true,
    idLookup: true,
  };
}

export const isDeletedField = checkbox('IsDeleted', 'Deleted', readOnly);

export const ownerField = lookup('OwnerId', 'Owner ID', 'User', {
  ...required,
  defaultedOnCreate: true,
  described: {},
});

/** Cases and leads may wait in a queue. */
export const queueOrUserOwnerField = lookup('OwnerId', 'Owner ID', ['Group', 'User'], {
  ...required,
  defaultedOnCreate: true,
  described: {},
});

export const createdDateField = dateTime('CreatedDate', 'Created Date', filledIn);
export const createdByField = lookup('CreatedById', 'Created By ID', 'User', system);
export const lastModifiedDateField = dateTime('LastModifiedDate', 'Last Modified Date', filledIn);
export const lastModifiedByField = lookup('LastModifiedById', 'Last Modified By ID', 'User', system);
export const systemModstampField = dateTime('SystemModstamp', 'System Modstamp', filledIn);

/** Who wrote the record and when, in the order describes have them. */
export const auditFields: readonly FieldDefinition[] = [
  createdDateField,
  createdByField,
  lastModifiedDateField,
  lastModifiedByField,
  systemModstampField,
];

/** Present while the object has record types. */
export const recordTypeField = lookup('RecordTypeId', 'Record Type ID', 'RecordType', {
  onlyWithRecordTypes: true,
  described: { permissionable: false },
});

export const lastViewedFields: readonly FieldDefinition[] = [
  dateTime('LastViewedDate', 'Last Viewed Date', readOnly),
  dateTime('LastReferencedDate', 'Last Referenced Date', readOnly),
];
