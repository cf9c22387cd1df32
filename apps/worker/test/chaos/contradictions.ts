import type { WriteOutput } from '@uman/contracts';
import type { Emulator } from '@uman/emulator';
import type { ChaosWrite } from './chaos-writes.ts';

/** How a write ended, as its caller was told. */
export type ChaosEnd = { readonly output: WriteOutput } | { readonly failedWith: string };

/** By which field the objects of the storm carry the key of the write that made them. */
const NAMED_BY = {
  Opportunity: 'Name',
  Engagement__c: 'Name',
  Contact: 'LastName',
  Account: 'Name',
  ContentNote: 'Title',
};

/**
 * Of the writes that have ended: everything that is wrong between what callers were told and what the org holds; empty when each write is there once, as
 * told, or not at all.
 */
export function contradictions(
  emulator: Emulator,
  { writes, ends }: { writes: readonly ChaosWrite[]; ends: ReadonlyMap<string, ChaosEnd> },
): string[] {
  const wrong: string[] = [];
  const ledger = emulator.records('uman__Write__c');
  for (const write of writes) {
    const { key, input } = write;
    const say = (problem: string): void => void wrong.push(`${key} (${write.type}): ${problem}`);
    const rows = ledger.filter((row) => row['uman__Key__c'] === `${input.connectionId}/${key}`);
    const end = ends.get(key);
    if (end === undefined) continue;
    const made = Object.entries(NAMED_BY).map(([object, field]) => ({
      object,
      records: emulator.records(object).filter((record) => record[field] === key),
    }));
    if ('failedWith' in end) {
      if (rows.length > 0) say(`it failed with ${end.failedWith}, and has a row in the ledger`);
      for (const { object, records } of made) {
        if (records.length > 0) say(`it failed with ${end.failedWith}, and left ${object} behind`);
      }
      continue;
    }
    if (rows.length !== 1) say(`it has ${rows.length} rows in the ledger`);
    for (const { object, records } of made) if (records.length > 1) say(`it made ${records.length} of ${object}`);
    for (const problem of falseIds(emulator, write, end.output)) say(problem);
  }
  const known = new Set(writes.map(({ input }) => `${input.connectionId}/${input.key}`));
  for (const row of ledger) if (!known.has(String(row['uman__Key__c']))) wrong.push('the ledger has a row of no write');
  for (const [object, field] of [
    ['Region__c', 'Code__c'] as const,
    ['OpportunityContactRole', 'OpportunityId'] as const,
  ]) {
    const values = emulator.records(object).map((record) => record[field]);
    if (new Set(values).size < values.length) wrong.push(`${object} is there twice for one ${field}`);
  }
  return wrong;
}

/** Ids that were told and are not in the org, or belong to another write. */
function falseIds(emulator: Emulator, { key, type, input }: ChaosWrite, output: WriteOutput): string[] {
  const problems: string[] = [];
  const find = (object: string, id: string | undefined) => emulator.records(object).find(({ Id }) => Id === id);
  const expectOwn = (object: keyof typeof NAMED_BY, id: string | undefined): void => {
    const record = find(object, id);
    if (record === undefined) problems.push(`${object} ${id} was told and is not there`);
    else if (record[NAMED_BY[object]] !== key) problems.push(`${object} ${id} was told and belongs to another write`);
  };
  if (type === 'writeDeal') {
    expectOwn('Opportunity', output.record.id);
    expectOwn('Engagement__c', output.required['engagement']?.id);
    expectOwn('Contact', output.required['contact']?.id);
    const region = find('Region__c', output.required['region']?.id);
    const code = input.required?.find(({ ref }) => ref === 'region')?.match?.['Code__c'];
    if (region?.['Code__c'] !== code) problems.push('the region that was told is another one');
    const role = find('OpportunityContactRole', output.roleIds[0]);
    if (role?.['OpportunityId'] !== output.record.id) problems.push('the role that was told is of another deal');
    if (!output.record.created) problems.push('the deal was told to have been there before');
  } else if (type === 'writeContact') {
    expectOwn('Contact', output.record.id);
    if (!output.record.created) problems.push('the contact was told to have been there before');
  } else if (find('Account', output.record.id) === undefined) {
    problems.push('the account that was told is not there');
  }
  expectOwn('ContentNote', output.note?.id);
  for (const linkId of output.note?.linkIds ?? []) {
    if (find('ContentDocumentLink', linkId)?.['ContentDocumentId'] !== output.note?.id) {
      problems.push(`link ${linkId} was told and is not of its note`);
    }
  }
  return problems;
}
