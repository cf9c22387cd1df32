import { defineObject } from '../define-object.ts';
import { checkbox, dateTime, email, lookup, phone, picklist, readOnly, text, textArea } from '../define-field.ts';
import {
  auditFields,
  idField,
  isDeletedField,
  lastViewedFields,
  queueOrUserOwnerField,
  recordTypeField,
} from '../system-fields.ts';

const fixed = { described: { permissionable: false } } as const;

/** Source: describe of Case recorded by CumulusCI (v48). That a new org's first case is 00001000 is not verified. */
export const caseObject = defineObject({
  name: 'Case',
  label: 'Case',
  labelPlural: 'Cases',
  keyPrefix: '500',
  linkable: true,
  activities: true,
  scopes: ['genericteam', 'queue_owned', 'scopingRule', 'team_by_role', 'user_owned'],
  resources: {
    caseArticleSuggestions: '/suggestedArticles',
    caseRowArticleSuggestions: '/{ID}/suggestedArticles',
  },
  described: { feedEnabled: true },
  fields: [
    idField('Case ID'),
    isDeletedField,
    lookup('MasterRecordId', 'Master Record ID', 'Case', { ...readOnly, hiddenFromParent: true, described: {} }),
    text('CaseNumber', 'Case Number', 30, {
      ...readOnly,
      nillable: false,
      defaultedOnCreate: true,
      idLookup: true,
      nameField: true,
      autoNumber: '{00000000}',
      autoNumberStart: 1000,
      described: { groupable: false },
    }),
    lookup('ContactId', 'Contact ID', 'Contact', { childRelationshipName: 'Cases', restrictedDelete: true }),
    lookup('AccountId', 'Account ID', 'Account', { childRelationshipName: 'Cases', restrictedDelete: true }),
    lookup('AssetId', 'Asset ID', 'Asset', { childRelationshipName: 'Cases' }),
    lookup('ParentId', 'Parent Case ID', 'Case', { childRelationshipName: 'Cases' }),
    text('SuppliedName', 'Name', 80),
    email('SuppliedEmail', 'Email Address'),
    text('SuppliedPhone', 'Phone', 40),
    text('SuppliedCompany', 'Company', 80),
    recordTypeField,
    picklist('Type', 'Case Type', 40, ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
    picklist('Status', 'Status', 40, ['*New', 'Working', 'Escalated', '!Closed'], {
      defaultedOnCreate: true,
      ...fixed,
    }),
    picklist('Reason', 'Case Reason', 40, [
      'Installation',
      'Equipment Complexity',
      'Performance',
      'Breakdown',
      'Equipment Design',
      'Feedback',
      'Other',
    ]),
    picklist('Origin', 'Case Origin', 40, ['Phone', 'Email', 'Web']),
    text('Subject', 'Subject', 255),
    picklist('Priority', 'Priority', 40, ['High', '*Medium', 'Low'], { defaultedOnCreate: true }),
    textArea('Description', 'Description', 32_000),
    checkbox('IsClosed', 'Closed', readOnly),
    dateTime('ClosedDate', 'Closed Date', { ...readOnly, described: { permissionable: true } }),
    checkbox('IsEscalated', 'Escalated', { described: { permissionable: true } }),
    queueOrUserOwnerField,
    ...auditFields,
    phone('ContactPhone', 'Contact Phone', readOnly),
    phone('ContactMobile', 'Contact Mobile', readOnly),
    email('ContactEmail', 'Contact Email', readOnly),
    phone('ContactFax', 'Contact Fax', readOnly),
    textArea('Comments', 'Internal Comments', 4000, {
      described: {
        extraTypeInfo: 'plaintextarea',
        aggregatable: true,
        byteLength: 4000,
        permissionable: false,
        sortable: true,
      },
    }),
    ...lastViewedFields,
  ],
});
