import type { WriteAccountInput, WriteContactInput, WriteDealInput } from '@uman/contracts';
import type { SeededRandom } from './seeded-random.ts';

/** A write of the storm. Everything that only it makes carries its key as name, so that the org tells whose it is. */
export type ChaosWrite =
  | { readonly type: 'writeDeal'; readonly key: string; readonly input: WriteDealInput; readonly valid: boolean }
  | { readonly type: 'writeContact'; readonly key: string; readonly input: WriteContactInput; readonly valid: boolean }
  | { readonly type: 'writeAccount'; readonly key: string; readonly input: WriteAccountInput; readonly valid: boolean };

/** Writes of all forms that share regions and accounts with each other; with `refused`, some that the org refuses. */
export function chaosWrites(
  count: number,
  { random, connectionId, refused }: Making & { readonly refused: boolean },
): ChaosWrite[] {
  const forms = [aDeal, aDeal, aDeal, aContact, anAccount, aSharedAccount, ...(refused ? [aRefusedDeal] : [])];
  return Array.from({ length: count }, (_, index) => {
    const key = `write ${index}`;
    return random.pick(forms)(key, { random, connectionId });
  });
}

interface Making {
  readonly random: SeededRandom;
  readonly connectionId: string;
}

/** Shared by the writes: each has an account too. */
export const REGIONS = ['EMEA', 'APAC', 'AMER'] as const;

function aDeal(key: string, { random, connectionId }: Making): ChaosWrite {
  const region = random.pick(REGIONS);
  const input: WriteDealInput = {
    key,
    connectionId,
    required: [
      { ref: 'engagement', object: 'Engagement__c', fields: { Name: key, Region__c: { ref: 'region' } } },
      {
        ref: 'region',
        object: 'Region__c',
        match: { Code__c: region },
        ...(random.chance(0.3) && { whenFound: 'keep' as const }),
        fields: { Name: region },
      },
      { ref: 'contact', object: 'Contact', fields: { LastName: key } },
    ],
    record: {
      ...(random.chance(0.5) && { pipeline: 'Enterprise' }),
      fields: {
        Name: key,
        StageName: 'Qualification',
        CloseDate: '2026-12-31',
        Engagement__c: { ref: 'engagement' },
      },
    },
    roles: [{ contactId: { ref: 'contact' }, role: 'Decision Maker' }],
    note: { title: key, body: { markdown: '**Hello**' }, links: [{ ref: 'contact' }] },
  };
  return { type: 'writeDeal', key, input, valid: true };
}

function aRefusedDeal(key: string, making: Making): ChaosWrite {
  const deal = aDeal(key, making).input as WriteDealInput;
  const { StageName: _, ...fields } = deal.record.fields;
  return { type: 'writeDeal', key, input: { ...deal, record: { ...deal.record, fields } }, valid: false };
}

function aContact(key: string, { connectionId }: Making): ChaosWrite {
  const email = `${key.replace(' ', '-')}@example.com`;
  const input: WriteContactInput = {
    key,
    connectionId,
    record: { match: { Email: email }, fields: { LastName: key } },
    note: { title: key, body: { text: 'Hello' } },
  };
  return { type: 'writeContact', key, input, valid: true };
}

function anAccount(key: string, { connectionId }: Making): ChaosWrite {
  const input: WriteAccountInput = {
    key,
    connectionId,
    // No External Id: the org says so, is described, and is asked.
    record: { match: { Name: key }, fields: { Industry: 'Energy' } },
    note: { title: key, body: { text: 'Hello' }, links: [{ ref: 'contact' }] },
    required: [{ ref: 'contact', object: 'Contact', fields: { LastName: key } }],
  };
  return { type: 'writeAccount', key, input, valid: true };
}

/** Changes a record that others change as well. */
function aSharedAccount(key: string, { random, connectionId }: Making): ChaosWrite {
  const region = random.pick(REGIONS);
  const input: WriteAccountInput = {
    key,
    connectionId,
    record: { match: { AccountNumber: sharedAccountNumber(region) }, fields: { Name: region, Description: key } },
    note: { title: key, body: { text: 'Hello' } },
  };
  return { type: 'writeAccount', key, input, valid: true };
}

export function sharedAccountNumber(region: string): string {
  return `shared ${region}`;
}
