import { defineObject } from '../define-object.ts';
import { checkbox, lookup, picklist, required } from '../define-field.ts';
import { auditFields, idField, isDeletedField } from '../system-fields.ts';

/** Source: describe of OpportunityContactRole recorded by CumulusCI (v48). */
export const opportunityContactRole = defineObject({
  name: 'OpportunityContactRole',
  label: 'Opportunity Contact Role',
  labelPlural: 'Opportunity Contact Role',
  keyPrefix: '00K',
  resources: { approvalLayouts: null, listviews: null },
  described: { mruEnabled: false, searchLayoutable: false, searchable: false, undeletable: false },
  fields: [
    idField('Contact Role ID'),
    lookup('OpportunityId', 'Opportunity ID', 'Opportunity', {
      ...required,
      updateable: false,
      childRelationshipName: 'OpportunityContactRoles',
      cascadeDelete: true,
      described: {},
    }),
    lookup('ContactId', 'Contact ID', 'Contact', {
      ...required,
      childRelationshipName: 'OpportunityContactRoles',
      cascadeDelete: true,
      described: {},
    }),
    picklist(
      'Role',
      'Role',
      40,
      [
        'Business User',
        'Decision Maker',
        'Economic Buyer',
        'Economic Decision Maker',
        'Evaluator',
        'Executive Sponsor',
        'Influencer',
        'Technical Buyer',
        'Other',
      ],
      { described: { permissionable: false } },
    ),
    checkbox('IsPrimary', 'Primary'),
    ...auditFields,
    isDeletedField,
  ],
});
