import type { Emulator } from '@uman/emulator';

/** The objects that a write of the story touches. */
const OBJECTS = [
  'Region__c',
  'Engagement__c',
  'Account',
  'Contact',
  'Opportunity',
  'OpportunityContactRole',
  'ContentNote',
  'ContentDocumentLink',
  'uman__Write__c',
];

/** How many records the org holds of each. */
export function countRecords(emulator: Emulator): Record<string, number> {
  return Object.fromEntries(OBJECTS.map((object) => [object, emulator.count(object)]));
}

/** How many records there are beyond the one that was asked for: deals, engagements, accounts and notes of that name. */
export function countDuplicates(emulator: Emulator, dealName: string): number {
  const named = (object: string, field: string, name: string) =>
    emulator.records(object).filter((record) => record[field] === name).length;
  const surplus = [
    named('Opportunity', 'Name', dealName),
    named('Engagement__c', 'Name', dealName),
    named('Account', 'Name', dealName.replace(/ renewal$/, '')),
    named('ContentNote', 'Title', `Kick-off call: ${dealName}`),
  ];
  return surplus.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
}
