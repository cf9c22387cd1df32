import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isApiName } from '../src/soql/api-name.ts';
import { buildQuery } from '../src/soql/build-query.ts';
import { buildSearch } from '../src/soql/build-search.ts';
import { chunkQuery } from '../src/soql/chunk-query.ts';
import type { Condition } from '../src/soql/condition.ts';
import { ANY_CHARACTER, ANY_TEXT } from '../src/soql/like-pattern.ts';
import { isSearchable, type SearchMode } from '../src/soql/search-text.ts';
import type { SoqlValue } from '../src/soql/soql-value.ts';
import { fuzzRuns } from './build/fuzz-runs.ts';
import { parseStringLiteral, readSearchText, readSoql, readSosl, stringValue } from './build/read-soql.ts';

/** Texts made of what could break out: quotes, backslashes, wildcards, words of the language, any code unit. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom("'", '\\', '%', '_', '"', ')', '(', '{', '}', ' ', '\n', 'n', 'u', '0', 'A', '*', '-'),
  }),
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    "' OR Id != '",
    "\\' OR Id != \\'",
    "') OR (Id != '",
    'x}} RETURNING User',
    'null',
    '@{ref.id}',
    '\\u0027',
  ),
);
const name = fc.constantFrom(
  'Id',
  'Name',
  'Account.Name',
  'Account.Owner.Name',
  'Code__c',
  'uman__Key__c',
  'Region__r.Code__c',
);

describe('a value in a query', () => {
  it('is one literal in its place, and means what was given', () => {
    fc.assert(
      fc.property(name, text, text, (field, value, second) => {
        const soql = buildQuery({
          select: ['Id'],
          from: 'Account',
          where: [
            { field, equals: value },
            { field, in: [second, value] },
          ],
          limit: 5,
        });

        const query = readSoql(soql);
        expect(query).toMatchObject({ limit: { value: 5 }, orderBy: [], select: [{ text: 'Id' }] });
        expect(plain(query.where)).toEqual({
          kind: 'and',
          parts: [
            { kind: 'compare', left: field, operator: '=', right: value },
            { kind: 'in', left: field, negated: false, values: [second, value] },
          ],
        });
      }),
      { numRuns: fuzzRuns() },
    );
  });

  it('is what it was given as a number', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        const where = readSoql(
          buildQuery({ select: ['Id'], from: 'Account', where: [{ field: 'A', equals: value }] }),
        ).where;

        expect(Number(where?.kind === 'compare' ? where.right.text : 'none') + 0).toBe(value + 0);
      }),
      { numRuns: fuzzRuns() },
    );
  });

  it('is a date, a moment or an id only when it is one', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          fc.stringMatching(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:?\d{2}))?$/),
          fc.constantFrom('2026-02-29', '2024-02-29', '2026-12-31 OR Id != null'),
        ),
        (value) => {
          const values: SoqlValue[] = [{ date: value }, { dateTime: value }, { time: value }, { id: value }];
          const written = values.flatMap(
            (one) =>
              orRefused(() => buildQuery({ select: ['Id'], from: 'X', where: [{ field: 'A', equals: one }] })) ?? [],
          );
          expect(written.map((soql) => readSoql(soql).where?.kind)).toEqual(written.map(() => 'compare'));
        },
      ),
      { numRuns: fuzzRuns() },
    );
  });
});

describe('a LIKE pattern', () => {
  it('has the wildcards that were meant, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.constantFrom(ANY_TEXT, ANY_CHARACTER)), { maxLength: 6 }), (parts) => {
        const { where } = readSoql(buildQuery({ select: ['Id'], from: 'X', where: [{ field: 'A', like: parts }] }));

        expect(where?.kind).toBe('like');
        const found = where?.kind === 'like' ? parseStringLiteral(where.pattern.text, { like: true }) : [];
        expect(found).toEqual(
          joined(parts.map((part) => (typeof part === 'string' ? part : { wildcard: part === ANY_TEXT ? '%' : '_' }))),
        );
      }),
      { numRuns: fuzzRuns() },
    );
  });
});

describe('conditions', () => {
  const leaf: fc.Arbitrary<Condition> = fc.oneof(
    fc.record({ field: name, equals: text }),
    fc.record({ field: name, startsWith: text }),
    fc.record({ field: name, notIn: fc.array(text, { minLength: 1, maxLength: 3 }) }),
    fc.record({
      field: name,
      from: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      to: fc.constant(new Date(0)),
    }),
    fc.record({
      field: name,
      includes: fc.array(fc.array(fc.constantFrom("A'", 'B\\', 'C%'), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 2,
      }),
    }),
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }));

  it('nest as they were given', () => {
    fc.assert(
      fc.property(condition, (given) => {
        const soql = buildQuery({ select: ['Id'], from: 'Account', where: [given] });

        expect(plain(readSoql(soql).where)).toEqual(meant(given));
      }),
      { numRuns: fuzzRuns(3_000) },
    );
  });
});

describe('a name', () => {
  it('is one name wherever it stands, or is refused', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.stringMatching(/^[A-Za-z_. ,()0-9]{0,12}$/)), (given) => {
        const queries = [
          () => buildQuery({ select: [given], from: 'Account' }),
          () => buildQuery({ select: ['Id'], from: 'Account', where: [{ field: given, equals: 1 }] }),
          () => buildQuery({ select: ['Id'], from: 'Account', orderBy: { field: given, direction: 'descending' } }),
          () => buildQuery({ select: [{ children: given, select: ['Id'] }], from: 'Account' }),
          () => buildQuery({ select: ['Id'], from: given }),
        ];

        for (const query of queries) {
          if (orRefused(query) === undefined) continue;
          expect(given.split('.').every(isApiName)).toBe(true);
        }
      }),
      { numRuns: fuzzRuns() },
    );
  });
});

describe('chunkQuery', () => {
  it('asks for every value once, in queries that are short enough', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 60 }), fc.integer({ min: 600, max: 1_200 }), (values, longest) => {
        const queries = chunkQuery(
          { select: ['Id'], from: 'Account', orderBy: 'Id' },
          { field: 'Name', in: values },
          { longest },
        );

        const asked = queries.map((soql) => {
          const { where } = readSoql(soql);
          return where?.kind === 'in' ? where.values.map((value) => stringValue(value.text)) : [];
        });
        expect(asked.flat().toSorted()).toEqual([...new Set(values)].toSorted());
        for (const [index, soql] of queries.entries()) {
          expect(soql.length <= longest || asked[index]?.length === 1).toBe(true);
        }
      }),
      { numRuns: fuzzRuns(1_000) },
    );
  });
});

describe('a search', () => {
  it.each<SearchMode>(['words', 'beginnings', 'phrase'])('for %s means nothing but the words of the text', (mode) => {
    fc.assert(
      fc.property(text.filter(isSearchable), (given) => {
        const sosl = buildSearch({ text: given, mode, returning: [{ object: 'Account', select: ['Id'], limit: 3 }] });

        const search = readSosl(sosl);
        expect(search.objects).toHaveLength(1);
        expect(search.objects?.[0]).toMatchObject({ object: { text: 'Account' }, limit: 3, where: undefined });
        expect(kindsOf(readSearchText(search.find))).not.toContain('or');
        expect(kindsOf(readSearchText(search.find))).not.toContain('not');
      }),
      { numRuns: fuzzRuns(3_000) },
    );
  });
});

function kindsOf(expression: ReturnType<typeof readSearchText>): string[] {
  if ('parts' in expression) return [expression.kind, ...expression.parts.flatMap(kindsOf)];
  return 'part' in expression ? [expression.kind, ...kindsOf(expression.part)] : [expression.kind];
}

/** Bugs of the caller are refused; anything else is a failure. */
function orRefused(build: () => string): string | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

type Tree = ReturnType<typeof readSoql>['where'];

/** The tree without places, with what its literals mean. */
function plain(tree: Tree): unknown {
  if (tree === undefined) return undefined;
  switch (tree.kind) {
    case 'and':
    case 'or':
      return { kind: tree.kind, parts: tree.parts.map(plain) };
    case 'not':
      return { kind: 'not', part: plain(tree.part) };
    case 'compare':
      return { kind: 'compare', left: tree.left.text, operator: tree.operator, right: valueOf(tree.right) };
    case 'in':
    case 'includes':
      return { kind: tree.kind, left: tree.left.text, negated: tree.negated, values: tree.values.map(valueOf) };
    case 'like':
      return { kind: 'like', left: tree.left.text, pattern: parseStringLiteral(tree.pattern.text, { like: true }) };
    default:
      return tree;
  }
}

function valueOf({ kind, text: written }: { kind: string; text: string }): unknown {
  return kind === 'string' ? stringValue(written) : written;
}

/** The tree that a condition means, as `plain` has it: a group of one is its one part. */
function meant(condition: Condition): unknown {
  if ('all' in condition) return group('and', condition.all);
  if ('any' in condition) return group('or', condition.any);
  if ('not' in condition) return { kind: 'not', part: meant(condition.not) };
  const left = condition.field;
  if ('equals' in condition) return { kind: 'compare', left, operator: '=', right: condition.equals };
  if ('startsWith' in condition) {
    return { kind: 'like', left, pattern: joined([condition.startsWith, { wildcard: '%' }]) };
  }
  if ('notIn' in condition) return { kind: 'in', left, negated: true, values: condition.notIn };
  if ('from' in condition) {
    return {
      kind: 'and',
      parts: [
        { kind: 'compare', left, operator: '>=', right: condition.from.toISOString() },
        { kind: 'compare', left, operator: '<=', right: condition.to.toISOString() },
      ],
    };
  }
  if ('includes' in condition) {
    return { kind: 'includes', left, negated: false, values: condition.includes.map((values) => values.join(';')) };
  }
  return undefined;
}

function group(kind: 'and' | 'or', conditions: readonly Condition[]): unknown {
  const parts = conditions.map(meant);
  return parts.length === 1 ? parts[0] : { kind, parts };
}

/** Neighbouring texts as one. */
function joined(parts: readonly (string | { wildcard: string })[]): unknown[] {
  const result: ({ text: string } | { wildcard: string })[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part !== 'string') result.push(part);
    else if (last !== undefined && 'text' in last) result[result.length - 1] = { text: last.text + part };
    else if (part !== '') result.push({ text: part });
  }
  return result;
}
