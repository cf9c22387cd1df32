import { createScratchOrg } from '../../new-orgs/create-scratch-org.ts';
import type { ObjectBehavior } from '../object-behavior.ts';
import { updateRow } from '../write-row.ts';

/** Makes the scratch org at once: the row is `Active`, or `Error` with Salesforce's code, when it is first read. */
export const scratchOrgInfo: ObjectBehavior = {
  object: 'ScratchOrgInfo',
  beforeCreate(_, values) {
    values['Status'] = 'New';
  },
  afterCreate(context, record) {
    const object = context.org.schema.object('ScratchOrgInfo');
    if (object) updateRow(context, object, String(record['Id']), createScratchOrg(context.org, record));
  },
};
