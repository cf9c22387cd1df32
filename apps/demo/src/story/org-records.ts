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

/** Every record of those objects by its id, with all that it holds. */
export type OrgSnapshot = ReadonlyMap<unknown, string>;

export function takeSnapshot(emulator: Emulator): OrgSnapshot {
  return new Map(
    OBJECTS.flatMap((object) => emulator.records(object)).map((record) => [record['Id'], JSON.stringify(record)]),
  );
}

/** How many records were created, changed or deleted between two looks. */
export function countChanges(before: OrgSnapshot, after: OrgSnapshot): number {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].filter((id) => before.get(id) !== after.get(id)).length;
}
