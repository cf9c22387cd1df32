import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from './emulator-rig.ts';
import { meantDifferences, type MeantDifference } from './meant-describe-differences.ts';

/** Describes of scratch orgs, recorded by CumulusCI (BSD-3-Clause); not part of this repository. */
const RECORDED = new URL('../../../../shared/recorded/describes/', import.meta.url);
const objects = existsSync(RECORDED)
  ? readdirSync(RECORDED).map((file) => file.replace(/\.json$/, ''))
  : Object.keys(meantDifferences);
/** The recorded account org had one record type. */
const household = { directory: fileURLToPath(new URL('fixtures/household', import.meta.url)) };

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Members = { readonly [name: string]: Json };
interface Child extends Members {
  readonly childSObject: string;
  readonly field: string;
}
interface Described extends Members {
  readonly fields: readonly (Members & { readonly name: string })[];
  readonly childRelationships: readonly Child[];
}

describe.skipIf(!existsSync(RECORDED))(
  'describe, compared with recorded orgs (skipped without the recorded data)',
  () => {
    it.each(objects)('says of %s exactly what was recorded, but for what is meant', async (object) => {
      await using rig = await createEmulatorRig(object === 'Account' ? { install: [household] } : {});
      const recorded = JSON.parse(readFileSync(new URL(`${object}.json`, RECORDED), 'utf8')) as Described;
      const emulated = await describeIn(rig, object, versionOf(recorded));
      const meant = meantDifferences[object] ?? [];
      const known = new Set(await namesOf(rig));

      const differences = compare(recorded, emulated, known);

      expect(differences.toSorted()).toEqual(meant.map(toText).toSorted());
    });

    it('compares every object that was recorded', () => {
      expect(objects.toSorted()).toEqual(Object.keys(meantDifferences).toSorted());
    });
  },
);

/** Every difference as `path: what`. Children of objects that this org does not have are no difference. */
function compare(recorded: Described, emulated: Described, known: ReadonlySet<string>): string[] {
  const { fields: recordedFields, childRelationships: recordedChildren, ...recordedRest } = recorded;
  const { fields, childRelationships, ...rest } = emulated;
  const comparable = recordedChildren.filter((child) => known.has(child.childSObject));
  return [
    ...differencesOf('', recordedRest, rest),
    ...differencesOfList('fields', recordedFields, fields, (field) => field.name),
    ...differencesOfList('childRelationships', comparable, childRelationships, childName),
  ];
}

function differencesOfList<Item extends Members>(
  path: string,
  recorded: readonly Item[],
  emulated: readonly Item[],
  nameOf: (item: Item) => string,
): string[] {
  const ours = new Map(emulated.map((item) => [nameOf(item), item]));
  const theirs = new Map(recorded.map((item) => [nameOf(item), item]));
  const found: string[] = [];
  for (const [name, item] of theirs) {
    const own = ours.get(name);
    found.push(...(own ? differencesOf(`${path}.${name}.`, item, own) : [`${path}.${name}: only recorded`]));
  }
  for (const name of ours.keys()) if (!theirs.has(name)) found.push(`${path}.${name}: only here`);
  const shared = (names: Iterable<string>): string =>
    [...names].filter((name) => ours.has(name) && theirs.has(name)).join();
  if (shared(ours.keys()) !== shared(theirs.keys())) found.push(`${path}: another order`);
  return found;
}

/** Members, their values and their order. */
function differencesOf(path: string, recorded: Members, emulated: Members): string[] {
  const found: string[] = [];
  for (const [name, value] of Object.entries(recorded)) {
    if (!(name in emulated)) found.push(`${path}${name}: only recorded`);
    else if (scrub(value) !== scrub(emulated[name] ?? null)) found.push(`${path}${name}: another value`);
  }
  for (const name of Object.keys(emulated)) if (!(name in recorded)) found.push(`${path}${name}: only here`);
  if (Object.keys(recorded).join() !== Object.keys(emulated).join() && found.length === 0) {
    found.push(`${path.slice(0, -1)}: members in another order`);
  }
  return found;
}

/** Compact JSON, so that the order of members counts; ids and hosts are another org's, versions were scrubbed. */
function scrub(value: Json): string {
  return JSON.stringify(value)
    .replace(/https?:\/\/[^/"]+/g, '<origin>')
    .replace(/\/v[\dx.]+\//g, '/<version>/')
    .replace(/\b012(?!0000000)[a-zA-Z0-9]{15}\b/g, '<record type>');
}

function childName(child: Child): string {
  return `${child.childSObject}.${child.field}`;
}

function toText({ path, what }: MeantDifference): string {
  return `${path}: ${what}`;
}

/** The version it was recorded with; later ones than v48 were scrubbed by the recorder, some time after v52. */
function versionOf(recorded: Described): string {
  const [, version] = /\/v(\d+\.0)\//.exec(JSON.stringify(recorded['urls'])) ?? [];
  return version ?? '58.0';
}

async function describeIn(rig: EmulatorRig, object: string, version: string): Promise<Described> {
  const { body } = await rig.call('GET', `/services/data/v${version}/sobjects/${object}/describe`);
  return body as Described;
}

async function namesOf(rig: EmulatorRig): Promise<string[]> {
  const { body } = await rig.call('GET', '/sobjects');
  return (body as { readonly sobjects: readonly { readonly name: string }[] }).sobjects.map(({ name }) => name);
}
