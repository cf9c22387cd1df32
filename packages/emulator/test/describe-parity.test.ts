import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEmulatorRig } from './emulator-rig.ts';

/** Describes of scratch orgs, recorded by CumulusCI (BSD-3-Clause); not part of this repository. */
const RECORDED = new URL('../../../../shared/recorded/describes/', import.meta.url);

type Field = Record<string, unknown> & { readonly name: string };

interface Child {
  readonly childSObject: string;
  readonly field: string;
}

interface Described {
  readonly fields: readonly Field[];
  readonly childRelationships: readonly Child[];
}

/** Fields that the recorded orgs had of their own, or that need record types; and members that differ on purpose. */
const MEANT: Readonly<Record<string, { readonly onlyRecorded: readonly string[] }>> = {
  Account: {
    onlyRecorded: ['RecordTypeId', 'Primary_Contact__c', 'ns__Description__c', 'History__c', 'ns__LinkedAccount__c'],
  },
  Contact: { onlyRecorded: [] },
  Opportunity: { onlyRecorded: [] },
  OpportunityContactRole: { onlyRecorded: [] },
};

describe.skipIf(!existsSync(RECORDED))(
  'describe, compared with recorded orgs (skipped without the recorded data)',
  () => {
    it.each(Object.keys(MEANT))('has the fields of %s in the recorded order', async (object) => {
      const { emulated, recorded } = await bothDescribes(object);
      const onlyRecorded = new Set(MEANT[object]?.onlyRecorded);

      const names = recorded.fields.map((field) => field.name).filter((name) => !onlyRecorded.has(name));

      expect(emulated.fields.map((field) => field.name)).toEqual(names);
    });

    it.each(Object.keys(MEANT))('says of each field of %s what was recorded', async (object) => {
      const { emulated, recorded } = await bothDescribes(object);
      const onlyRecorded = new Set(MEANT[object]?.onlyRecorded);
      const shared = recorded.fields.filter((field) => !onlyRecorded.has(field.name));

      expect(byName(emulated.fields)).toEqual(byName(shared));
      expect(emulated.fields.map((field) => Object.keys(field))).toEqual(shared.map((field) => Object.keys(field)));
    });

    it.each(Object.keys(MEANT))('has the members of the recorded describe of %s', async (object) => {
      const { emulated, recorded } = await bothDescribes(object);
      const own = new Set(['fields', 'childRelationships', 'urls', 'recordTypeInfos', 'supportedScopes']);
      const flags = (described: object): unknown =>
        Object.fromEntries(Object.entries(described).filter(([name]) => !own.has(name)));
      // Members that came with versions after the recording.
      const later = { associateEntityType: null, associateParentEntity: null, sobjectDescribeOption: 'FULL' };

      expect(flags(emulated)).toEqual({ ...later, ...(flags(recorded) as object) });
      expect(Object.keys(emulated)).toEqual(Object.keys(emulated).toSorted());
    });

    it.each(['Account', 'Contact', 'Opportunity'])('relates %s to its children as recorded', async (object) => {
      const { emulated, recorded } = await bothDescribes(object);
      const recordedKeys = new Set(recorded.childRelationships.map(keyOf));

      const shared = emulated.childRelationships.filter((child) => recordedKeys.has(keyOf(child)));

      expect(shared.length).toBeGreaterThan(0);
      for (const child of shared) expect(recorded.childRelationships).toContainEqual(child);
    });
  },
);

function byName(fields: readonly Field[]): Record<string, Field> {
  return Object.fromEntries(fields.map((field) => [field.name, field]));
}

function keyOf({ childSObject, field }: Child): string {
  return `${childSObject}.${field}`;
}

async function bothDescribes(object: string): Promise<{ emulated: Described; recorded: Described }> {
  await using rig = await createEmulatorRig();
  const recorded = JSON.parse(readFileSync(new URL(`${object}.json`, RECORDED), 'utf8')) as Described;
  const { body } = await rig.call('GET', `/sobjects/${object}/describe`);
  return { emulated: body as Described, recorded };
}
