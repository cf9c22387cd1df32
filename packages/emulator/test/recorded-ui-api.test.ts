import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from './emulator-rig.ts';

/** Answers of UI API, recorded by lwc-recipes (CC0); not part of this repository. */
const RECORDED = new URL('../../../../shared/recorded/ui-api/', import.meta.url);
const MASTER = '012000000000000AAA';

interface Replay {
  readonly file: string;
  readonly path: string;
}

const REPLAYS: readonly Replay[] = [
  { file: 'getObjectInfo', path: '/object-info/Account' },
  { file: 'getPicklistValues', path: `/object-info/Account/picklist-values/${MASTER}/Type` },
  { file: 'getPicklistValuesByRecordType', path: `/object-info/Account/picklist-values/${MASTER}` },
  { file: 'getRecordCreateDefaults', path: '/record-defaults/create/Account' },
];

/** Every way in which the emulated answers differ, by the path of the value, and why. */
const MEANT: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /eTag only emulated$/, why: 'recorded through a wire adapter of Lightning, which takes this tag away' },
  { path: /eTag$/, why: 'a digest of the content, by a method that is not known' },
  { path: /childRelationships\.\S+ only recorded$/, why: 'the child is not emulated' },
  { path: /childRelationships\.\S+ only emulated$/, why: 'a child that the recorded org, or v45, did not have' },
  { path: /referenceToInfos\.\S+ only recorded$/, why: 'the object it points to is not emulated' },
  { path: /DandbCompanyId\.label$/, why: 'the describe recorded by CumulusCI has the emulated label' },
  {
    path: /fields\.(ChannelProgram|IsPartner|IsCustomerPortal)/,
    why: 'fields of orgs with partner accounts, in CumulusCI’s recording',
  },
  { path: /layout\.(id|sections\.\d\.id)$/, why: 'ids of the recorded org' },
  {
    path: /sections\.0\.(rows|layoutRows\.8 only recorded)$/,
    why: 'the recorded layout has a field of its own (AreaNumber__c)',
  },
  { path: /AreaNumber__c only recorded$/, why: 'a field of the recorded org' },
  { path: /CloneSourceId only recorded$/, why: 'a field that UI API adds for clones, which are not emulated' },
  {
    path: /^objectInfos\.User\.fields\.\S+ only (recorded|emulated)$/,
    why: 'fields of users that are not emulated, or are of later versions',
  },
  { path: /^objectInfos\.User\./, why: 'no describe of User is recorded; the emulated one is not field for field' },
  { path: /^record\.fields\.Owner(Id)?\./, why: 'the user of the recorded org' },
  { path: /weakEtag only emulated$/, why: 'recorded before this member came, or through the same wire adapter' },
  { path: /themeInfo\.iconUrl$/, why: 'an address of the recorded org' },
  { path: /themeInfo\.color$/, why: 'a colour of before the icons of later releases' },
];

test.skipIf(!existsSync(RECORDED)).each(REPLAYS)(
  '$file is answered as recorded (skipped without the recorded data)',
  async ({ file, path }) => {
    await using rig = await createEmulatorRig();
    const recorded = JSON.parse(readFileSync(new URL(`${file}.json`, RECORDED), 'utf8')) as unknown;

    const emulated = await uiApi(rig, path);
    const { compared, differences } = compare(recorded, emulated);

    const unexplained = differences.filter((difference) => !MEANT.some(({ path: meant }) => meant.test(difference)));
    report(file, compared, differences);
    expect(unexplained).toEqual([]);
  },
);

async function uiApi(rig: EmulatorRig, path: string): Promise<unknown> {
  const { status, body } = await rig.call('GET', `/services/data/v45.0/ui-api${path}`);
  expect(status).toBe(200);
  return body;
}

/** Paths of values that are only in one, differ in type or in value. */
function compare(recorded: unknown, emulated: unknown): { compared: number; differences: string[] } {
  let compared = 0;
  const differences: string[] = [];
  const visit = (one: unknown, other: unknown, path: string): void => {
    compared += 1;
    const [a, b] = [byKey(one), byKey(other)];
    if (isObject(a) && isObject(b)) {
      for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
        const inner = path === '' ? name : `${path}.${name}`;
        if (!(name in b)) differences.push(`${inner} only recorded`);
        else if (!(name in a)) differences.push(`${inner} only emulated`);
        else visit(a[name], b[name], inner);
      }
    } else if (JSON.stringify(a) !== JSON.stringify(b)) differences.push(path);
  };
  visit(recorded, emulated, '');
  return { compared, differences };
}

/** Lists of things that have names are compared by them, and not by their order. */
function byKey(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every(isObject)) return value;
  return Object.fromEntries(
    value.map((item, index) => {
      const { childObjectApiName, fieldName, apiName } = item;
      return [
        typeof childObjectApiName === 'string' ? [childObjectApiName, fieldName].join('/') : (apiName ?? index),
        item,
      ];
    }),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function report(file: string, compared: number, differences: readonly string[]): void {
  const lines = differences.map((difference) => {
    const why = MEANT.find(({ path }) => path.test(difference))?.why ?? 'NOT EXPLAINED';
    return `  ${difference}: ${why}`;
  });
  process.stdout.write(
    `${file}: ${compared - differences.length} of ${compared} values as recorded\n${lines.join('\n')}\n`,
  );
}
