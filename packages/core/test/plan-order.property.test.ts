import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlannedStep, RequiredRecord, WriteFields, WritePlan } from '../src/index.ts';
import { packageSchema } from '../src/package-schema.ts';
import { compilePlan } from '../src/plan/compile-plan.ts';
import { aWrite } from './build/a-write.ts';
import { fuzzRuns } from './build/fuzz-runs.ts';

const context = {
  apiVersion: '66.0',
  schema: packageSchema('uman'),
  isPlainField: () => false,
  findings: new Map(),
} as const;

/** Records that refer to any of those before them, given in any order. */
const requirements = fc
  .oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 13, max: 60 }) },
  )
  .chain((count) =>
    fc.record({
      parents: fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          fc.uniqueArray(fc.nat({ max: Math.max(index - 1, 0) }), { maxLength: Math.min(index, 4) }),
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
const idOf = (name: string): string => `a0X${name.padStart(12, '0')}AAA`;

interface Graph {
  readonly required: readonly RequiredRecord[];
  readonly parents: readonly (readonly number[])[];
}

/** All that is wrong with a plan: checked without `expect`, which would take most of the time of so many runs. */
function faultsOf({ steps, parts, lookups }: WritePlan, { required, parents }: Graph): string[] {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const nodes = steps.filter(({ kind }) => kind === 'required');
  const positions = new Map(nodes.map((step, index) => [nameOf(step), index]));
  const named = new Map(nodes.map((step) => [nameOf(step), `@{${step.referenceId}.id}`]));
  check(lookups.length === 0, 'nothing to look up');
  check(nodes.length === required.length && positions.size === required.length, 'every record once');
  check(new Set(steps.map(({ referenceId }) => referenceId)).size === steps.length, 'a name of its own for each step');
  for (const [index, step] of nodes.entries()) {
    for (const parent of parents[Number(nameOf(step).slice(1))] ?? []) {
      check(step.body?.[`P${parent}__c`] === named.get(`r${parent}`), 'the reference that was meant');
      check((positions.get(`r${parent}`) ?? index) < index, 'parents before children');
    }
  }
  const record = steps.find(({ kind }) => kind === 'record');
  for (const { ref } of required) check(record?.body?.[`All_${ref}__c`] === named.get(ref), 'references of the record');
  check(parts.length === 1 || required.length > 21, 'no seam without need');
  for (const [index, { number, of, from, to, manifest }] of parts.entries()) {
    check(number === index + 1 && of === parts.length && from === (parts[index - 1]?.to ?? 0), 'parts in order');
    check(to - from <= 25 && manifest.related.length <= 22, 'what a request and a row hold');
    check(steps[to - 1]?.kind === 'ledger', 'the ledger last');
  }
  check(parts.at(-1)?.to === steps.length, 'every step in a part');
  return faults;
}

it('plans keep every record once, parents before children, and every reference to the record it was meant for', () => {
  fc.assert(
    fc.property(requirements, (graph) => {
      const { required } = graph;
      const refs = required.map(({ ref }) => [`All_${ref}__c`, { ref }] as const);
      const write = aWrite({ required, record: { fields: { Name: 'record', ...Object.fromEntries(refs) } } });

      const plan = compilePlan(write, context);

      expect(faultsOf(plan, graph)).toEqual([]);
    }),
    { numRuns: fuzzRuns() },
  );
});

it('after each part of a plan, what is left has the same seams and the ids of what was written in the places of references', () => {
  fc.assert(
    fc.property(requirements, ({ required }) => {
      const refs = required.map(({ ref }) => [`All_${ref}__c`, { ref }] as const);
      const write = aWrite({ required, record: { fields: { Name: 'record', ...Object.fromEntries(refs) } } });
      const whole = compilePlan(write, context);
      const expected = new Map(whole.steps.map((step) => [step.referenceId, step]));
      const ids: Record<string, string> = {};
      const faults: string[] = [];

      for (const [index, part] of whole.parts.entries()) {
        const written = { parts: index, required: { ...ids }, record: undefined, note: undefined };
        const left = index === 0 ? whole : compilePlan(write, { ...context, written });
        if (left.parts.length !== whole.parts.length - index) faults.push('the same seams');
        const [next] = left.parts;
        const steps = left.steps.slice(next?.from, next?.to);
        const own = new Set(steps.map(({ referenceId }) => referenceId));
        if (own.size !== part.to - part.from) faults.push('the same steps');
        for (const step of steps) {
          for (const [field, value] of Object.entries(expected.get(step.referenceId)?.body ?? {})) {
            const [, referenceId = ''] = /^@\{(\w+)\./.exec(String(value)) ?? [];
            const parent = expected.get(referenceId);
            const wanted = parent === undefined || own.has(referenceId) ? value : ids[nameOf(parent)];
            if (step.body?.[field] !== wanted && step.kind !== 'ledger') faults.push(`${field} of ${step.referenceId}`);
          }
          if (step.kind === 'required') ids[nameOf(step)] = idOf(nameOf(step));
        }
      }

      expect(faults).toEqual([]);
    }),
    { numRuns: fuzzRuns(1000) },
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
    { numRuns: fuzzRuns(500) },
  );
});
