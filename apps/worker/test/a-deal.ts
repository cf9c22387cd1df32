import type { WriteDealInput } from '@uman/contracts';

/** A valid deal of the test org: it needs an engagement, which needs a region. Tests state only what matters. */
export function aDeal(connectionId: string, changes: Partial<WriteDealInput> = {}): WriteDealInput {
  return {
    key: 'call-1/deal',
    connectionId,
    required: [
      { ref: 'engagement', object: 'Engagement__c', fields: { Name: 'Acme renewal', Region__c: { ref: 'region' } } },
      { ref: 'region', object: 'Region__c', match: { Code__c: 'EMEA' }, fields: { Name: 'EMEA' } },
      { ref: 'account', object: 'Account', fields: { Name: 'Acme' } },
      { ref: 'contact', object: 'Contact', fields: { LastName: 'Okafor', AccountId: { ref: 'account' } } },
    ],
    record: {
      pipeline: 'Enterprise',
      fields: {
        Name: 'Acme renewal',
        StageName: 'Qualification',
        CloseDate: '2026-12-31',
        AccountId: { ref: 'account' },
        Engagement__c: { ref: 'engagement' },
      },
    },
    roles: [{ contactId: { ref: 'contact' }, role: 'Decision Maker', isPrimary: true }],
    note: {
      title: 'Kick-off call',
      body: { markdown: 'They want to **renew**.' },
      links: [{ ref: 'account' }, { ref: 'contact' }],
    },
    ...changes,
  };
}

/** One of each, as the whole write makes them; three links and the owner's own. */
export const ONE_DEAL = {
  Region__c: 1,
  Engagement__c: 1,
  Account: 1,
  Contact: 1,
  Opportunity: 1,
  OpportunityContactRole: 1,
  ContentNote: 1,
  ContentDocumentLink: 4,
  uman__Write__c: 1,
};
export const NOTHING = Object.fromEntries(Object.keys(ONE_DEAL).map((object) => [object, 0]));
