import { defineObject } from '../define-object.ts';
import { checkbox, dateTime, picklist, readOnly, required, text } from '../define-field.ts';
import { auditFields, idField } from '../system-fields.ts';

/** One row: the org itself. Source: Object Reference, Organization; the query that the sf CLI sends after a login. */
export const organization = defineObject({
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  createable: false,
  deletable: false,
  linkable: true,
  writesNotEmulated: true,
  described: {
    compactLayoutable: false,
    layoutable: false,
    mruEnabled: false,
    searchLayoutable: false,
    searchable: false,
    triggerable: false,
    undeletable: false,
  },
  fields: [
    idField('Organization ID'),
    text('Name', 'Name', 80, { ...required, nameField: true }),
    picklist('LanguageLocaleKey', 'Language', 40, [], { ...required, restrictedPicklist: true }),
    picklist('TimeZoneSidKey', 'Time Zone', 40, [], { ...required, restrictedPicklist: true }),
    picklist('DefaultLocaleSidKey', 'Locale', 40, [], { ...required, restrictedPicklist: true }),
    picklist('OrganizationType', 'Edition', 40, ['Developer Edition', 'Enterprise Edition', 'Unlimited Edition'], {
      ...readOnly,
      restrictedPicklist: true,
    }),
    text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
    text('InstanceName', 'Instance Name', 5, readOnly),
    checkbox('IsSandbox', 'Is Sandbox', readOnly),
    dateTime('TrialExpirationDate', 'Trial Expiration Date', readOnly),
    ...auditFields,
  ],
});
