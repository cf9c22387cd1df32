import type { WriteDealInput } from '@uman/contracts';
import { accountName, noteTitle, type AskedDeal } from './check-deal.ts';

/** The deal of the story: an opportunity in this org needs an `Engagement__c`, which needs a `Region__c`. */
export function aDeal({ key, connectionId, name }: AskedDeal): WriteDealInput {
  return {
    key,
    connectionId,
    required: [
      { ref: 'engagement', object: 'Engagement__c', fields: { Name: name, Region__c: { ref: 'region' } } },
      {
        ref: 'region',
        object: 'Region__c',
        match: { Code__c: 'EMEA' },
        fields: { Name: 'Europe, Middle East, Africa' },
      },
      { ref: 'account', object: 'Account', fields: { Name: accountName(name), Industry: 'Technology' } },
      {
        ref: 'contact',
        object: 'Contact',
        fields: {
          FirstName: 'Ada',
          LastName: 'Okafor',
          Email: 'ada.okafor@example.com',
          AccountId: { ref: 'account' },
        },
      },
    ],
    record: {
      pipeline: 'Enterprise',
      fields: {
        Name: name,
        StageName: 'Qualification',
        CloseDate: '2026-12-31',
        Amount: 48_000,
        AccountId: { ref: 'account' },
        Engagement__c: { ref: 'engagement' },
      },
    },
    roles: [{ contactId: { ref: 'contact' }, role: 'Decision Maker', isPrimary: true }],
    note: {
      title: noteTitle(name),
      body: {
        markdown: [
          'Ada wants to **renew for three years** if the _usage report_ holds.',
          '',
          '- budget is approved: 48 000 €',
          '- legal needs two weeks',
          '',
          'Next: send the draft & call on Friday.',
        ].join('\n'),
      },
      links: [{ ref: 'account' }, { ref: 'contact' }],
    },
  };
}
