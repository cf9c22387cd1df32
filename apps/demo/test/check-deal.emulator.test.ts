import { createEmulator, type Emulator } from '@uman/emulator';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import { aDeal } from '../src/story/a-deal.ts';
import { checkDeal } from '../src/story/check-deal.ts';
import { countChanges, takeSnapshot } from '../src/story/org-records.ts';
import { countNaiveApiCalls, writeOneByOne } from '../src/story/naive-client.ts';

const orgMetadata = fileURLToPath(new URL('../org', import.meta.url));
const forceApp = fileURLToPath(new URL('../../../force-app/main', import.meta.url));
const asked = { key: 'call-1/deal', connectionId: '6f1c3f0e-5f0b-4d5e-9a53-0a4a4f1f7b21', name: 'Acme renewal' };

describe('the figures of the story', () => {
  let org: Emulator;

  beforeEach(async () => {
    org = await createEmulator({ install: [{ directory: forceApp, namespace: 'uman' }, { directory: orgMetadata }] });
  });
  afterEach(async () => await org.close());

  it('count what is missing of a deal: at first all of it', () => {
    expect(checkDeal(org, asked)).toEqual({ duplicates: 0, missing: 11 });
  });

  it('count what a client without a ledger leaves: no row of it', async () => {
    await writeOneByOne(org, aDeal(asked));

    expect(checkDeal(org, asked)).toEqual({ duplicates: 0, missing: 1 });
  });

  it('count what a client doubles that tries again: everything but the region, which has a code', async () => {
    await writeOneByOne(org, aDeal(asked));
    const before = takeSnapshot(org);

    await writeOneByOne(org, aDeal(asked));

    expect(checkDeal(org, asked)).toEqual({ duplicates: 9, missing: 1 });
    expect(countChanges(before, takeSnapshot(org))).toBe(10); // the owner's own link to the note as well
  });

  it('count the API calls of such a client: 2 look-ups, 4 required records, the deal, its role, its note and 3 links', async () => {
    expect(await countNaiveApiCalls({ deal: aDeal(asked), orgMetadata })).toBe(12);
  });
});
