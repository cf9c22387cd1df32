import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmailInteraction, Interaction, TaskInteraction } from './activity.ts';
import type { FurtherPage } from './query-page.ts';
import { compareInteractions, mergeTimeLines, withoutTwins } from './time-line.ts';

const moment = { lastModifiedAt: '2026-01-01T00:00:00.000Z', what: null, owner: null, subject: null };

function aTask(id: string, at: string | undefined): TaskInteraction {
  const rest = { who: null, status: null, isClosed: false, subtype: null, description: null };
  return { kind: 'task', id, at, ...moment, ...rest };
}

function anEmail(id: string, at: string | undefined, taskId: string | null): EmailInteraction {
  const rest = { incoming: true, from: { name: null, address: null }, to: null, cc: null, text: null };
  return { kind: 'email', id, at, taskId, ...moment, ...rest };
}

async function* inPages(all: readonly Interaction[], size: number): AsyncGenerator<FurtherPage<Interaction>, void> {
  for (let from = 0; from < all.length; from += size) yield { records: all.slice(from, from + size), apiCalls: 1 };
}

const date = fc.option(fc.integer({ min: 10, max: 28 }), { nil: undefined });
const source = fc.record({ dates: fc.array(date, { maxLength: 12 }), page: fc.integer({ min: 1, max: 5 }) });

describe('a time line', () => {
  it('is whole and in order, however its sources are paged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(source, source, source), async (sources) => {
        const lists = sources.map(({ dates }, number) =>
          dates
            .map((day, index) => aTask(`${number}-${index}`, day === undefined ? undefined : `2026-05-${day}`))
            .sort(compareInteractions),
        );
        const merged: Interaction[] = [];
        let apiCalls = 0;

        const pages = lists.map((list, index) => inPages(list, sources[index]?.page ?? 1));
        for await (const page of mergeTimeLines(pages, { given: new Set() })) {
          merged.push(...page.records);
          apiCalls += page.apiCalls;
        }

        expect(merged).toEqual(lists.flat().sort(compareInteractions));
        expect(apiCalls).toBe(
          lists.reduce((sum, { length }, i) => sum + Math.ceil(length / (sources[i]?.page ?? 1)), 0),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('lists an email once, without the task beside it', async () => {
    const email = anEmail('e', '2026-05-02T12:00:00.000Z', 't');
    const twin = aTask('t', '2026-05-02');

    const pages: FurtherPage<Interaction>[] = [];
    for await (const page of mergeTimeLines([inPages([twin], 1), inPages([email], 1)], { given: new Set() })) {
      pages.push(page);
    }

    expect(withoutTwins([twin, email])).toEqual([email]);
    expect(pages.flatMap(({ records }) => records)).toEqual([email]);
  });

  it('puts what has no date last', () => {
    const [dated, undated] = [aTask('a', '2026-05-02'), aTask('b', undefined)];

    expect([undated, dated].sort(compareInteractions)).toEqual([dated, undated]);
  });
});
