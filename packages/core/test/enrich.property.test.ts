import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrichRecord } from '../src/enrich/enrich-record.ts';
import { type Enrichment, planEnrichment } from '../src/index.ts';
import { aSharedRecord, type Writer } from './build/a-shared-record.ts';
import { fuzzRuns } from './build/fuzz-runs.ts';

const ID = '0031i000013x2TEAAY';
const enrich =
  (enrichment: Enrichment) =>
  async ({ transport }: Writer) =>
    enrichRecord(transport, planEnrichment('Contact', ID, enrichment));
const append = (value: string) => enrich({ Description: { value, how: 'append' }, Title: { value } });
const edit =
  (...values: string[]) =>
  async (writer: Writer) => {
    for (const Description of values) await writer.edit({ Description });
  };

type Work = (writer: Writer) => Promise<unknown>;

/** Two who enrich, or one who does and one who edits twice; and what may be there when both are done. */
const PAIRS: readonly (readonly [string, readonly Work[], readonly string[]])[] = [
  ['two who enrich', [append('one'), append('other')], ['one\nother', 'other\none']],
  [
    'one who enriches and one who edits twice',
    [append('one'), edit('first edit', 'last edit')],
    ['last edit', 'last edit\none'],
  ],
];

/** How much time passes before each turn: nothing, less than a second, a second, or enough for every guard. */
const PACES = [0, 300, 700, 1000, 2500];

/** What is there when all are done, each choice made by the callbacks. */
async function played(works: readonly Work[], choose: (options: number) => number, pass: () => number) {
  const shared = aSharedRecord({ Description: null, Title: null });
  const results = Promise.allSettled(works.map(async (work) => shared.start(work)));
  await shared.play(choose, pass);
  return { shared, outcomes: await results };
}

/** Every sequence of choices there is, one after the other, as an odometer counts; how many there were. */
async function everyInterleaving(run: (choose: (options: number) => number) => Promise<void>): Promise<number> {
  let path: { chosen: number; options: number }[] = [];
  for (let count = 1; ; count += 1) {
    let at = 0;
    await run((options) => {
      const step = path[at] ?? { chosen: 0, options };
      path[at] = step;
      at += 1;
      return step.chosen;
    });
    path = path.slice(0, at);
    while (path.length > 0 && (path.at(-1)?.chosen ?? 0) + 1 >= (path.at(-1)?.options ?? 0)) path.pop();
    const last = path.at(-1);
    if (last === undefined) return count;
    last.chosen += 1;
  }
}

describe('no edit is lost, whoever writes in between', () => {
  it.each(PAIRS.flatMap(([name, works, ends]) => PACES.map((pace) => [name, pace, works, ends] as const)))(
    '%s, in every order of their requests, %s ms apart',
    async (_name, pace, works, ends) => {
      const met = new Set<string>();
      const count = await everyInterleaving(async (choose) => {
        const { shared, outcomes } = await played(works, choose, () => pace);
        if (shared.lost > 0) throw new Error(`${shared.lost} edits were lost.`);
        if (outcomes.every(({ status }) => status === 'fulfilled')) met.add(String(shared.record['Description']));
      });

      expect(count).toBeGreaterThan(5);
      expect([...met].toSorted()).toEqual(ends);
    },
  );

  it('any of them, at any pace', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Work>(append('one'), append('other'), edit('edited'), edit('a', 'b')), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.infiniteStream(fc.nat({ max: 11 })),
        fc.infiniteStream(fc.constantFrom(0, 0, ...PACES)),
        async (works, choices, paces) => {
          const { shared } = await played(
            works,
            (options) => (choices.next().value ?? 0) % Math.max(options, 1),
            () => paces.next().value ?? 0,
          );
          if (shared.lost > 0) throw new Error(`${shared.lost} edits were lost.`);
        },
      ),
      { numRuns: fuzzRuns() },
    );
  });
});
