import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlannedStep, RequiredRecord, WriteFields } from '../src/index.ts';
import { packageSchema } from '../src/package-schema.ts';
import { compilePlan } from '../src/plan/compile-plan.ts';
import { aWrite } from './build/a-write.ts';

const context = {
  apiVersion: '66.0',
  schema: packageSchema('uman'),
  isPlainField: () => false,
  findings: new Map(),
} as const;

/** Records that refer to any of those before them, given in any order. */
const requirements = fc
  .integer({ min: 0, max: 20 })
  .chain((count) =>
    fc.record({
      parents: fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.uniqueArray(fc.nat({ max: Math.max(index - 1, 0) }), { maxLength: index }),
        ),
      ),
      order: fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => index),
        { minLength: count },
      ),
      matched: fc.array(fc.boolean(), { minLength: count, maxLength: count }),
    }),
  )
  .map(({ parents, order, matched }) => {
    const required = order.map((index): RequiredRecord => {
      const refs = (parents[index] ?? []).map((parent) => [`P${parent}__c`, { ref: `r${parent}` }] as const);
      const fields: WriteFields = { Name: `${index}`, ...Object.fromEntries(refs) };
      return {
        ref: `r${index}`,
        object: 'Node__c',
        fields,
        ...(matched[index] ? { match: { Key__c: `${index}` } } : {}),
      };
    });
    return { required, parents };
  });

/** Which record a step writes, by the name that it gives it. */
const nameOf = ({ body }: PlannedStep): string => `r${String(body?.['Name'])}`;

it('plans keep every record once, parents before children, and every reference to the record it was meant for', () => {
  fc.assert(
    fc.property(requirements, ({ required, parents }) => {
      const fields: WriteFields = {
        Name: 'record',
        ...Object.fromEntries(required.map(({ ref }) => [`All_${ref}__c`, { ref }])),
      };

      const { steps } = compilePlan(aWrite({ required, record: { fields } }), context);

      const nodes = steps.filter(({ kind }) => kind === 'required');
      const positions = new Map(nodes.map((step, index) => [nameOf(step), index]));
      const named = new Map(nodes.map((step) => [nameOf(step), `@{${step.referenceId}.id}`]));
      expect(positions.size).toBe(required.length);
      expect(new Set(steps.map(({ referenceId }) => referenceId)).size).toBe(steps.length);
      for (const [index, step] of nodes.entries()) {
        const own = parents[Number(nameOf(step).slice(1))] ?? [];
        for (const parent of own) {
          expect(step.body?.[`P${parent}__c`]).toBe(named.get(`r${parent}`));
          expect(positions.get(`r${parent}`)).toBeLessThan(index);
        }
      }
      const record = steps.find(({ kind }) => kind === 'record');
      for (const { ref } of required) expect(record?.body?.[`All_${ref}__c`]).toBe(named.get(ref));
      expect(steps.at(-1)?.kind).toBe('ledger');
    }),
    { numRuns: 2000 },
  );
});

it('a circle anywhere in the graph is refused with its way round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 15 }), fc.nat(), (length, from) => {
      const required = Array.from({ length }, (_, index) => ({
        ref: `r${index}`,
        object: 'Node__c',
        fields: { Next__c: { ref: `r${(index + 1) % length}` } },
      }));
      const rotated = [...required.slice(from % length), ...required.slice(0, from % length)];

      expect(() => compilePlan(aWrite({ required: rotated }), context)).toThrow(
        expect.objectContaining({ code: 'PLAN_INVALID', problem: 'cycle', message: expect.stringMatching(/ → /) }),
      );
    }),
    { numRuns: 500 },
  );
});
