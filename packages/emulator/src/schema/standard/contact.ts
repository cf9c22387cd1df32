import { addressFields } from '../address-fields.ts';
import { defineObject } from '../define-object.ts';
import {
  checkbox,
  date,
  dateTime,
  email,
  lookup,
  phone,
  picklist,
  readOnly,
  required,
  text,
  textArea,
  url,
} from '../define-field.ts';
import {
  auditFields,
  idField,
  isDeletedField,
  lastViewedFields,
  ownerField,
  recordTypeField,
} from '../system-fields.ts';
import { cleanStatusValues, leadSourceValues } from './picklist-values.ts';

const namePart = {
  compoundFieldName: 'Name',
  described: { extraTypeInfo: 'personname', permissionable: false },
} as const;

/** Source: describe of Contact recorded by CumulusCI. */
export const contact = defineObject({
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  linkable: true,
  scopes: ['scopingRule', 'team'],
  described: { feedEnabled: true, mergeable: true },
  fields: [
    idField('Contact ID'),
    isDeletedField,
    lookup('MasterRecordId', 'Master Record ID', 'Contact', { ...readOnly, hiddenFromParent: true, described: {} }),
    lookup('AccountId', 'Account ID', 'Account', { childRelationshipName: 'Contacts', cascadeDelete: true }),
    text('LastName', 'Last Name', 80, { ...required, ...namePart }),
    text('FirstName', 'First Name', 40, namePart),
    picklist('Salutation', 'Salutation', 40, ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.'], namePart),
    text('Name', 'Full Name', 121, {
      ...required,
      ...readOnly,
      nameField: true,
      described: { extraTypeInfo: 'personname' },
    }),
    recordTypeField,
    ...addressFields('Other'),
    ...addressFields('Mailing'),
    phone('Phone', 'Business Phone'),
    phone('Fax', 'Business Fax'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('HomePhone', 'Home Phone'),
    phone('OtherPhone', 'Other Phone'),
    phone('AssistantPhone', 'Asst. Phone'),
    lookup('ReportsToId', 'Reports To ID', 'Contact'),
    email('Email', 'Email', { idLookup: true }),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    text('AssistantName', "Assistant's Name", 40),
    picklist('LeadSource', 'Lead Source', 255, leadSourceValues),
    date('Birthdate', 'Birthdate'),
    textArea('Description', 'Contact Description', 32_000),
    ownerField,
    ...auditFields,
    date('LastActivityDate', 'Last Activity', readOnly),
    dateTime('LastCURequestDate', 'Last Stay-in-Touch Request Date', readOnly),
    dateTime('LastCUUpdateDate', 'Last Stay-in-Touch Save Date', readOnly),
    ...lastViewedFields,
    text('EmailBouncedReason', 'Email Bounced Reason', 255, { described: { permissionable: false } }),
    dateTime('EmailBouncedDate', 'Email Bounced Date', { described: { permissionable: false } }),
    checkbox('IsEmailBounced', 'Is Email Bounced', readOnly),
    url('PhotoUrl', 'Photo URL', { ...readOnly, described: { extraTypeInfo: 'imageurl' } }),
    text('Jigsaw', 'Data.com Key', 20),
    text('JigsawContactId', 'Jigsaw Contact ID', 20, { ...readOnly, described: { relationshipName: 'JigsawContact' } }),
    picklist('CleanStatus', 'Clean Status', 40, cleanStatusValues, { restrictedPicklist: true }),
    lookup('IndividualId', 'Individual ID', 'Individual', {
      described: { permissionable: false, searchPrefilterable: true },
    }),
  ],
});
