import type { Emulator } from '@uman/emulator';

/** What the org holds of one deal of the story, compared with what was asked for. */
export interface DealCheck {
  /** Records beyond those that were asked for. */
  readonly duplicates: number;
  /** Records that were asked for and are not there. */
  readonly missing: number;
}

export interface AskedDeal {
  readonly key: string;
  readonly connectionId: string;
  readonly name: string;
}

/** Looks at the org from outside, whatever the workflow reported: by the names and the ledger key that the deal was given. */
export function checkDeal(emulator: Emulator, { key, connectionId, name }: AskedDeal): DealCheck {
  const where = (object: string, field: string, values: readonly unknown[]) =>
    emulator.records(object).filter((record) => values.includes(record[field]));
  const idsOf = (records: readonly Record<string, unknown>[]) => records.map(({ Id }) => Id);

  const accounts = where('Account', 'Name', [accountName(name)]);
  const contacts = where('Contact', 'AccountId', idsOf(accounts));
  const deals = where('Opportunity', 'Name', [name]);
  const notes = where('ContentNote', 'Title', [noteTitle(name)]);
  const linked = idsOf([...accounts, ...contacts, ...deals]);
  const links = where('ContentDocumentLink', 'ContentDocumentId', idsOf(notes)).filter(({ LinkedEntityId }) =>
    linked.includes(LinkedEntityId),
  );
  const found: readonly (readonly [found: number, askedFor: number])[] = [
    [where('Region__c', 'Code__c', ['EMEA']).length, 1],
    [where('Engagement__c', 'Name', [name]).length, 1],
    [accounts.length, 1],
    [contacts.length, 1],
    [deals.length, 1],
    [where('OpportunityContactRole', 'OpportunityId', idsOf(deals)).length, 1],
    [notes.length, 1],
    [links.length, 3],
    [where('uman__Write__c', 'uman__Key__c', [`${connectionId}/${key}`]).length, 1],
  ];
  return {
    duplicates: found.reduce((sum, [there, asked]) => sum + Math.max(0, there - asked), 0),
    missing: found.reduce((sum, [there, asked]) => sum + Math.max(0, asked - there), 0),
  };
}

export function accountName(dealName: string): string {
  return dealName.replace(/ renewal$/, '');
}

export function noteTitle(dealName: string): string {
  return `Kick-off call: ${dealName}`;
}
