import { addressFields } from '../address-fields.ts';
import { defineObject } from '../define-object.ts';
import {
  checkbox,
  currency,
  date,
  dateTime,
  email,
  integer,
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
  queueOrUserOwnerField,
  recordTypeField,
} from '../system-fields.ts';
import { cleanStatusValues, industryValues, leadSourceValues } from './picklist-values.ts';

const namePart = {
  compoundFieldName: 'Name',
  described: { extraTypeInfo: 'personname', permissionable: false },
} as const;

const bounced = { createable: false, described: { permissionable: false } } as const;

/** Source: describe of Lead recorded by CumulusCI (v59). */
export const lead = defineObject({
  name: 'Lead',
  label: 'Lead',
  labelPlural: 'Leads',
  keyPrefix: '00Q',
  linkable: true,
  scopes: ['queue_owned', 'scopingRule', 'team', 'user_owned'],
  described: { feedEnabled: true, mergeable: true },
  fields: [
    idField('Lead ID'),
    isDeletedField,
    lookup('MasterRecordId', 'Master Record ID', 'Lead', { ...readOnly, hiddenFromParent: true, described: {} }),
    text('LastName', 'Last Name', 80, { ...required, ...namePart }),
    text('FirstName', 'First Name', 40, namePart),
    picklist('Salutation', 'Salutation', 40, ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'], namePart),
    text('Name', 'Full Name', 121, {
      ...required,
      ...readOnly,
      nameField: true,
      described: { extraTypeInfo: 'personname' },
    }),
    recordTypeField,
    text('Title', 'Title', 128),
    text('Company', 'Company', 255, required),
    ...addressFields(''),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('Fax', 'Fax'),
    email('Email', 'Email', { idLookup: true }),
    url('Website', 'Website'),
    url('PhotoUrl', 'Photo URL', { ...readOnly, described: { extraTypeInfo: 'imageurl' } }),
    textArea('Description', 'Description', 32_000),
    picklist('LeadSource', 'Lead Source', 255, leadSourceValues),
    picklist(
      'Status',
      'Status',
      255,
      ['*Open - Not Contacted', 'Working - Contacted', 'Closed - Converted', 'Closed - Not Converted'],
      { ...required, defaultedOnCreate: true },
    ),
    picklist('Industry', 'Industry', 255, industryValues),
    picklist('Rating', 'Rating', 255, ['Hot', 'Warm', 'Cold']),
    currency('AnnualRevenue', 'Annual Revenue', [18, 0]),
    integer('NumberOfEmployees', 'Employees'),
    queueOrUserOwnerField,
    checkbox('IsConverted', 'Converted', { updateable: false }),
    date('ConvertedDate', 'Converted Date', readOnly),
    lookup('ConvertedAccountId', 'Converted Account ID', 'Account', readOnly),
    lookup('ConvertedContactId', 'Converted Contact ID', 'Contact', readOnly),
    lookup('ConvertedOpportunityId', 'Converted Opportunity ID', 'Opportunity', readOnly),
    checkbox('IsUnreadByOwner', 'Unread By Owner'),
    ...auditFields,
    date('LastActivityDate', 'Last Activity', readOnly),
    ...lastViewedFields,
    text('Jigsaw', 'Data.com Key', 20),
    text('JigsawContactId', 'Jigsaw Contact ID', 20, { ...readOnly, described: { relationshipName: 'JigsawContact' } }),
    picklist('CleanStatus', 'Clean Status', 40, cleanStatusValues, { restrictedPicklist: true }),
    text('CompanyDunsNumber', 'Company D-U-N-S Number', 9),
    lookup('DandbCompanyId', 'D&B Company ID', 'DandBCompany'),
    text('EmailBouncedReason', 'Email Bounced Reason', 255, bounced),
    dateTime('EmailBouncedDate', 'Email Bounced Date', bounced),
    lookup('IndividualId', 'Individual ID', 'Individual', {
      described: { permissionable: false, searchPrefilterable: true },
    }),
  ],
});
