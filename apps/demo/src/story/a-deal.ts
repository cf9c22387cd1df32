import type { WriteDealInput } from '@uman/contracts';

/** The deal of the story: an opportunity in this org needs an `Engagement__c`, which needs a `Region__c`. */
export function aDeal(connectionId: string, key: string, name: string): WriteDealInput {
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
      { ref: 'account', object: 'Account', fields: { Name: name.replace(/ renewal$/, ''), Industry: 'Technology' } },
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
      title: `Kick-off call: ${name}`,
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

/**
 * What a client spends that makes one request a record, and one to look up each match: the way of every integration that
 * does not compose its writes.
 */
export function naiveApiCalls(deal: WriteDealInput): number {
  const required = deal.required ?? [];
  const lookups =
    required.filter(({ match }) => match !== undefined).length + (deal.record.pipeline === undefined ? 0 : 1);
  const noteAndLinks = deal.note === undefined ? 0 : 2 + (deal.note.links?.length ?? 0);
  return lookups + required.length + 1 + (deal.roles?.length ?? 0) + noteAndLinks;
}
