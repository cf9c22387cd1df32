import { addressFields } from '../address-fields.ts';
import { defineObject } from '../define-object.ts';
import { checkbox, dateTime, email, lookup, phone, picklist, readOnly, required, text, url } from '../define-field.ts';
import { auditFields, idField, lastViewedFields } from '../system-fields.ts';

/** The part of User that integrations use. Source: Object Reference, User. */
export const user = defineObject({
  name: 'User',
  label: 'User',
  labelPlural: 'Users',
  keyPrefix: '005',
  deletable: false,
  linkable: true,
  resources: {
    approvalLayouts: null,
    listviews: null,
    namedLayouts: '/describe/namedLayouts/{LayoutName}',
    passwordUtilities: '/{ID}/password',
  },
  described: { feedEnabled: true, undeletable: false },
  fields: [
    idField('User ID'),
    text('Username', 'Username', 80, { ...required, idLookup: true }),
    text('LastName', 'Last Name', 80, { ...required, compoundFieldName: 'Name' }),
    text('FirstName', 'First Name', 40, { compoundFieldName: 'Name' }),
    text('Name', 'Full Name', 121, { ...required, ...readOnly, nameField: true }),
    text('CompanyName', 'Company Name', 80),
    text('Division', 'Division', 80),
    text('Department', 'Department', 80),
    text('Title', 'Title', 80),
    ...addressFields(''),
    email('Email', 'Email', { ...required, length: 128, idLookup: true }),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile'),
    text('Alias', 'Alias', 8, required),
    text('CommunityNickname', 'Nickname', 40, { ...required, defaultedOnCreate: true }),
    checkbox('IsActive', 'Active', { defaultValue: true }),
    picklist('TimeZoneSidKey', 'Time Zone', 40, [], { ...required, restrictedPicklist: true }),
    picklist('LocaleSidKey', 'Locale', 40, [], { ...required, restrictedPicklist: true }),
    picklist('EmailEncodingKey', 'Email Encoding', 40, [], { ...required, restrictedPicklist: true }),
    lookup('ProfileId', 'Profile ID', 'Profile', { ...required, childRelationshipName: 'Users' }),
    picklist('UserType', 'User Type', 40, ['Standard'], { ...readOnly, restrictedPicklist: true }),
    picklist('LanguageLocaleKey', 'Language', 40, [], { ...required, restrictedPicklist: true }),
    text('EmployeeNumber', 'Employee Number', 20),
    lookup('ManagerId', 'Manager ID', 'User'),
    dateTime('LastLoginDate', 'Last Login', readOnly),
    ...auditFields,
    lookup('ContactId', 'Contact ID', 'Contact', {
      updateable: false,
      childRelationshipName: 'Users',
      restrictedDelete: true,
    }),
    lookup('AccountId', 'Account ID', 'Account', { ...readOnly, childRelationshipName: 'Users' }),
    text('FederationIdentifier', 'SAML Federation ID', 512),
    url('FullPhotoUrl', 'Url for full-sized Photo', { ...readOnly, length: 1024 }),
    url('SmallPhotoUrl', 'Photo', { ...readOnly, length: 1024 }),
    ...lastViewedFields,
  ],
});
