import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldDefinition } from '../../src/schema/object-definition.ts';
import { toShortId } from '../../src/org/record-id.ts';
import { compareValues, holds, valueAt } from './naive-query.ts';
import type { NaiveRow, NaiveTest } from './naive-query.ts';
import { createQueryRig } from './query-rig.ts';

const NAMES = ['Acme', 'acme', 'ACME NV', 'a_me', 'a%e', 'Zoë', 'ZOË', 'bo', "o'neil", String.raw`back\slash`, ''];
const DAYS = ['2026-01-31', '2026-02-28', '2026-12-31'];
const INSTANTS = ['2026-01-01T00:00:00.000Z', '2026-06-17T12:30:00.000Z'];
const NUMBERS = [-1, 0, 2.5, 100];
const TAGS = ['x', 'y', 'z', 'x;y', 'x;y;z'];

const rig = createQueryRig();
const field = (name: string, type: FieldDefinition['type'], more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  name,
  label: name,
  type,
  custom: true,
  nillable: true,
  createable: true,
  updateable: true,
  defaultedOnCreate: false,
  ...more,
});
for (const object of ['Account', 'Contact']) {
  rig.org.schema.addField(object, field('Text__c', 'string', { length: 80 }));
  rig.org.schema.addField(object, field('Key__c', 'string', { length: 80, unique: true, externalId: true }));
  rig.org.schema.addField(object, field('Number__c', 'double'));
  rig.org.schema.addField(object, field('Day__c', 'date'));
  rig.org.schema.addField(object, field('Instant__c', 'datetime'));
  rig.org.schema.addField(object, field('Is_On__c', 'boolean', { nillable: false }));
  rig.org.schema.addField(object, field('Tags__c', 'multipicklist'));
}

/** Contacts with and without an account, each value there and missing, in every case that an index could get wrong. */
const contacts = fillOrg();

const KINDS = {
  Text__c: NAMES.filter((name) => name !== ''),
  Key__c: NAMES.filter((name) => name !== ''),
  Number__c: NUMBERS,
  Day__c: DAYS,
  Instant__c: INSTANTS,
  Is_On__c: [true, false],
} as const;

describe('any query', () => {
  it('finds and sorts what a naive evaluator does', () => {
    fc.assert(
      fc.property(aTest(), anOrder(), fc.option(fc.integer({ min: 0, max: 12 })), (test, order, limit) => {
        const soql = `SELECT Id, Text__c, Account.Number__c FROM Contact WHERE ${toSoql(test)} ORDER BY ${order.soql}, Id${limit === null ? '' : ` LIMIT ${limit}`}`;

        const { records } = rig.query(soql);

        const expected = contacts
          .filter((row) => holds(test, row))
          .toSorted(
            (a, b) => compareValues(valueAt(order.path, a), valueAt(order.path, b), order) || (a.Id < b.Id ? -1 : 1),
          )
          .slice(0, limit ?? undefined);
        expect(records.map(({ Id }) => Id)).toEqual(expected.map(({ Id }) => Id));
        expect(records.map((record) => [record['Text__c'], record['Account']])).toMatchObject(
          expected.map((row) => [
            valueAt('Text__c', row),
            row.parent ? { Number__c: valueAt('Account.Number__c', row) } : null,
          ]),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('counts and groups what a naive evaluator does', () => {
    fc.assert(
      fc.property(aTest(), (test) => {
        const where = `WHERE ${toSoql(test)}`;
        const found = contacts.filter((row) => holds(test, row));

        const { totalSize } = rig.query(`SELECT COUNT() FROM Contact ${where}`);
        const groups = rig.query(
          `SELECT Is_On__c, COUNT(Id) n, SUM(Number__c) total, MAX(Day__c) latest FROM Contact ${where} GROUP BY Is_On__c`,
        ).records;

        expect(totalSize).toBe(found.length);
        const byFlag = [false, true].flatMap((flag) => {
          const own = found.filter((row) => valueAt('Is_On__c', row) === flag);
          const numbers = own.flatMap((row) => (valueAt('Number__c', row) as number | null) ?? []);
          const days = own.flatMap((row) => (valueAt('Day__c', row) as string | null) ?? []).toSorted();
          const total = numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0);
          return own.length === 0 ? [] : [{ Is_On__c: flag, n: own.length, total, latest: days.at(-1) ?? null }];
        });
        expect(groups).toMatchObject(byFlag);
        expect(groups).toHaveLength(byFlag.length);
      }),
      { numRuns: 100 },
    );
  });

  it('finds the children that a naive evaluator does', () => {
    fc.assert(
      fc.property(aTest('Contact'), (test) => {
        const { records } = rig.query(
          `SELECT Id, (SELECT Id FROM Contacts WHERE ${toSoql(test)} ORDER BY Id) FROM Account`,
        );

        for (const record of records) {
          const children = contacts.filter((row) => row.parent?.Id === record['Id'] && holds(test, row));
          const found = record['Contacts'] as { records: { Id: string }[] } | null;
          expect(found?.records.map(({ Id }) => Id) ?? []).toEqual(children.map(({ Id }) => Id).toSorted());
        }
      }),
      { numRuns: 100 },
    );
  });

  it('means the same by an id of 15 and of 18 characters', () => {
    const ids = contacts.flatMap((row) => [row.Id, ...(row.parent ? [row.parent.Id] : [])]);
    fc.assert(
      fc.property(
        fc.subarray([...new Set(ids)], { minLength: 1, maxLength: 30 }),
        fc.constantFrom('Id', 'AccountId', 'Account.Id'),
        (some, path) => {
          const find = (written: readonly string[]) =>
            rig.query(
              `SELECT Id FROM Contact WHERE ${path} IN (${written.map((id) => `'${id}'`).join(', ')}) ORDER BY Id`,
            ).records;

          const long = find(some);

          expect(find(some.map(toShortId))).toEqual(long);
          expect(long.map(({ Id }) => Id)).toEqual(
            contacts
              .filter((row) => some.includes(path === 'Id' ? row.Id : (row.parent?.Id ?? '')))
              .map(({ Id }) => Id)
              .toSorted(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

function fillOrg(): NaiveRow[] {
  let seed = 7;
  const pick = <Value>(values: readonly Value[]): Value | null => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % 4 === 0 ? null : (values[seed % values.length] ?? null);
  };
  const stored = () => ({
    Text__c: pick(NAMES) || null,
    Key__c: pick(NAMES) || null,
    Number__c: pick(NUMBERS),
    Day__c: pick(DAYS),
    Instant__c: pick(INSTANTS),
    Is_On__c: pick([0, 1]) ?? 0,
    Tags__c: pick(TAGS),
  });
  const seen = (row: Record<string, unknown>) => ({ ...row, Is_On__c: row['Is_On__c'] === 1 });
  const accounts = Array.from({ length: 6 }, (): NaiveRow => {
    const row = stored();
    return { Id: rig.insert('Account', { Name: 'A', ...row }), values: seen(row), parent: undefined };
  });
  return Array.from({ length: 40 }, (): NaiveRow => {
    const row = stored();
    const parent = pick(accounts) ?? undefined;
    const Id = rig.insert('Contact', { LastName: 'C', Name: 'C', AccountId: parent?.Id ?? null, ...row });
    return { Id, values: seen(row), parent };
  });
}

function anOrder() {
  return fc
    .record({
      path: fc.constantFrom('Number__c', 'Day__c', 'Instant__c', 'Account.Number__c', 'Account.Day__c'),
      descending: fc.boolean(),
      last: fc.boolean(),
    })
    .map((order) => ({
      ...order,
      soql: `${order.path} ${order.descending ? 'DESC' : 'ASC'} ${order.last ? 'NULLS LAST' : ''}`,
    }));
}

function aTest(object?: 'Contact'): fc.Arbitrary<NaiveTest> {
  const prefix = object ? fc.constant('') : fc.constantFrom('', 'Account.');
  const aField = fc.tuple(prefix, fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])));
  const compared = aField.chain(([parent, name]) => {
    const path = `${parent}${name}`;
    const values: readonly unknown[] = KINDS[name];
    const orNull = name === 'Is_On__c' ? fc.constantFrom(...values) : fc.option(fc.constantFrom(...values));
    const ordered = name === 'Number__c' || name === 'Day__c' || name === 'Instant__c';
    const equality = fc
      .tuple(fc.constantFrom('=' as const, '!=' as const), orNull)
      .map(([operator, value]): NaiveTest => ({ kind: 'compare', path, operator, value }));
    const list = fc
      .tuple(fc.constantFrom('in' as const, 'notIn' as const), fc.array(orNull, { minLength: 1, maxLength: 25 }))
      .map(([kind, listed]): NaiveTest => ({ kind, path, values: listed }));
    const inequality = fc
      .tuple(fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const), fc.constantFrom(...values))
      .map(([operator, value]): NaiveTest => ({ kind: 'compare', path, operator, value }));
    return ordered ? fc.oneof(equality, list, inequality) : fc.oneof(equality, list);
  });
  const like = fc
    .tuple(prefix, fc.constantFrom('a%', '%E', 'a_me', '%o%', 'ZO_', '%', 'acme nv', 'zoë'))
    .map(([parent, pattern]): NaiveTest => ({ kind: 'like', path: `${parent}Text__c`, pattern }));
  const includes = fc
    .tuple(
      prefix,
      fc.constantFrom('includes' as const, 'excludes' as const),
      fc.subarray([...TAGS, 'Q'], { minLength: 1 }),
    )
    .map(([parent, kind, values]): NaiveTest => ({ kind, path: `${parent}Tags__c`, values }));
  const { test } = fc.letrec<{ test: NaiveTest; leaf: NaiveTest }>((tie) => ({
    leaf: fc.oneof({ weight: 4, arbitrary: compared }, like, includes),
    test: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('test'), { minLength: 2, maxLength: 3 }))
        .map(([kind, parts]): NaiveTest => ({ kind, parts })),
      tie('test').map((part): NaiveTest => ({ kind: 'not', part })),
    ),
  }));
  return test;
}

function toSoql(test: NaiveTest): string {
  switch (test.kind) {
    case 'and':
    case 'or':
      return `(${test.parts.map(toSoql).join(` ${test.kind.toUpperCase()} `)})`;
    case 'not':
      return `(NOT ${toSoql(test.part)})`;
    case 'compare':
      return `${test.path} ${test.operator} ${literal(test.path, test.value)}`;
    case 'like':
      return `${test.path} LIKE '${test.pattern}'`;
    default: {
      const operator = { in: 'IN', notIn: 'NOT IN', includes: 'INCLUDES', excludes: 'EXCLUDES' }[test.kind];
      return `${test.path} ${operator} (${test.values.map((value) => literal(test.path, value)).join(', ')})`;
    }
  }
}

function literal(path: string, value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/Day__c|Instant__c/.test(path)) return value;
  return `'${value.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
