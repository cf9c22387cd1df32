import { addressFields } from './address-fields.ts';
import { checkbox, date, dateTime, email, lookup, phone, picklist, readOnly, text } from './define-field.ts';
import type { FieldDefinition, ObjectDefinition } from './object-definition.ts';
import { leadSourceValues } from './standard/picklist-values.ts';

const part = {
  compoundFieldName: 'Name',
  described: { extraTypeInfo: 'switchablepersonname', permissionable: false },
} as const;
const namePart = { ...part, nameField: true } as const;

/** Source: describe of Account of an org with person accounts, recorded by CumulusCI; some are there with other switches only. */
const nameFields: readonly FieldDefinition[] = [
  text('LastName', 'Last Name', 80, namePart),
  text('FirstName', 'First Name', 40, namePart),
  picklist('Salutation', 'Salutation', 40, ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'], part),
];
const personFields: readonly FieldDefinition[] = [
  lookup('PersonContactId', 'Contact ID', 'Contact', { ...readOnly, searched: true, hiddenFromParent: true }),
  checkbox('IsPersonAccount', 'Is Person Account', readOnly),
  ...personAddress('PersonMailing'),
  ...personAddress('PersonOther'),
  phone('PersonMobilePhone', 'Mobile'),
  phone('PersonHomePhone', 'Home Phone'),
  phone('PersonOtherPhone', 'Other Phone'),
  phone('PersonAssistantPhone', 'Asst. Phone'),
  email('PersonEmail', 'Email'),
  text('PersonTitle', 'Title', 80),
  text('PersonDepartment', 'Department', 80),
  text('PersonAssistantName', 'Assistant', 40),
  picklist('PersonLeadSource', 'Lead Source', 255, leadSourceValues),
  date('PersonBirthdate', 'Birthdate'),
  dateTime('PersonLastCURequestDate', 'Last Stay-in-Touch Request Date', readOnly),
  dateTime('PersonLastCUUpdateDate', 'Last Stay-in-Touch Save Date', readOnly),
  text('PersonEmailBouncedReason', 'Email Bounced Reason', 255, { described: { permissionable: false } }),
  dateTime('PersonEmailBouncedDate', 'Email Bounced Date', { described: { permissionable: false } }),
];

/**
 * The objects as an org with person accounts has them: Account with the names and the fields of a person, custom ones of
 * Contact as `…__pc`; Contact and RecordType knowing which are of persons. The relationships of a person's contact are not
 * repeated as those of its account (`PersonCases` and the like).
 */
export function withPersonAccounts(objects: readonly ObjectDefinition[]): ObjectDefinition[] {
  const contact = objects.find((object) => object.name === 'Contact');
  return objects.map((object) => {
    const fields = [...object.fields.values()];
    switch (object.name) {
      case 'Account': {
        const named = insertAfter(fields, 'Name', nameFields).map((field) =>
          field.name === 'Name' ? { ...field, nillable: true } : field,
        );
        return withFields(object, [
          ...insertAfter(named, 'LastReferencedDate', personFields),
          ...personCopies(contact),
        ]);
      }
      case 'Contact':
        return withFields(
          object,
          insertAfter(fields, 'AccountId', [checkbox('IsPersonAccount', 'Is Person Account', readOnly)]),
        );
      case 'RecordType':
        return withFields(
          object,
          insertAfter(fields, 'IsActive', [checkbox('IsPersonType', 'Is Person Type', readOnly)]),
        );
      default:
        return object;
    }
  });
}

/** `Ext__c` of Contact is `Ext__pc` of Account. Source: Object Reference, Account ("Person Account Fields"). */
function personCopies(contact: ObjectDefinition | undefined): FieldDefinition[] {
  return [...(contact?.fields.values() ?? [])].filter((field) => field.custom).map(toPersonCopy);
}

/** Its own children are named by the contact's field, not by the copy. */
function toPersonCopy(original: FieldDefinition): FieldDefinition {
  const { childRelationshipName: _, ...field } = original;
  return {
    ...field,
    name: field.name.replace(/__c$/, '__pc'),
    hiddenFromParent: true,
    ...(field.relationshipName !== undefined && { relationshipName: field.relationshipName.replace(/__r$/, '__pr') }),
  };
}

/** Labels are those of the contact's address. */
function personAddress(prefix: string): FieldDefinition[] {
  return addressFields(prefix).map((field) => ({ ...field, label: field.label.replace(/^Person/, '') }));
}

function insertAfter(
  fields: readonly FieldDefinition[],
  name: string,
  added: readonly FieldDefinition[],
): FieldDefinition[] {
  return fields.flatMap((field) => (field.name === name ? [field, ...added] : [field]));
}

function withFields(object: ObjectDefinition, fields: readonly FieldDefinition[]): ObjectDefinition {
  return { ...object, fields: new Map(fields.map((field) => [field.name, field])) };
}
