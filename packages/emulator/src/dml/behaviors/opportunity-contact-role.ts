import { refreshPrimaryContact } from '../opportunities/primary-contact.ts';
import type { ObjectBehavior } from '../object-behavior.ts';

export const opportunityContactRole: ObjectBehavior = {
  object: 'OpportunityContactRole',
  afterCreate(context, record) {
    refreshPrimaryContact(context, record);
  },
  afterUpdate(context, changes, record) {
    refreshPrimaryContact(context, { ...record, ...changes });
  },
  afterDelete(context, record) {
    refreshPrimaryContact(context, { ...record, IsPrimary: 0 });
  },
};
