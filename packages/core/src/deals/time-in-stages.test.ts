import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StageRow, timeInStages } from './time-in-stages.ts';

const now = new Date('2026-05-04T00:00:00.000Z');
const row = (id: number, stage: string, at: string): StageRow => ({
  id: `008000000000${String(id).padStart(3, '0')}AAA`,
  stage,
  at: `2026-05-${at}:00.000Z`,
});

describe('timeInStages', () => {
  it('measures each stay up to the next stage, and the last one up to now', () => {
    const { visits } = timeInStages([row(2, 'Offer', '02T12:00'), row(1, 'Prospecting', '01T00:00')], { now });

    expect(visits).toEqual([
      {
        stage: 'Prospecting',
        enteredAt: '2026-05-01T00:00:00.000Z',
        leftAt: '2026-05-02T12:00:00.000Z',
        seconds: 129_600,
      },
      { stage: 'Offer', enteredAt: '2026-05-02T12:00:00.000Z', leftAt: null, seconds: 129_600 },
    ]);
  });

  it('does not take a new amount for a new stage', () => {
    const { visits } = timeInStages([row(1, 'Offer', '01T00:00'), row(2, 'Offer', '03T00:00')], { now });

    expect(visits).toMatchObject([{ enteredAt: '2026-05-01T00:00:00.000Z', seconds: 259_200 }]);
  });

  it('counts a stage that was entered again as another stay, and adds both up', () => {
    const rows = [row(1, 'Trial', '01T00:00'), row(2, 'Offer', '02T00:00'), row(3, 'Trial', '03T00:00')];

    const { visits, totals } = timeInStages(rows, { now });

    expect(visits.map(({ stage }) => stage)).toEqual(['Trial', 'Offer', 'Trial']);
    expect(totals).toEqual([
      { stage: 'Trial', visits: 2, seconds: 172_800 },
      { stage: 'Offer', visits: 1, seconds: 86_400 },
    ]);
  });

  it('orders rows of the same moment by their ids', () => {
    const rows = [row(3, 'Offer', '01T00:00'), row(1, 'Prospecting', '01T00:00'), row(2, 'Trial', '01T00:00')];

    const { visits } = timeInStages(rows, { now });

    expect(visits.map(({ stage, seconds }) => [stage, seconds])).toEqual([
      ['Prospecting', 0],
      ['Trial', 0],
      ['Offer', 259_200],
    ]);
  });

  it('has no negative time where the org is ahead of this machine', () => {
    expect(timeInStages([row(1, 'Offer', '09T00:00')], { now }).visits).toMatchObject([{ seconds: 0 }]);
    expect(timeInStages([], { now })).toEqual({ visits: [], totals: [] });
  });

  it('leaves no moment out and counts none twice, whatever the order of the rows', () => {
    const aRow = fc.record({
      id: fc.integer({ min: 1, max: 999 }),
      stage: fc.constantFrom('A', 'B', 'C'),
      day: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(aRow, { minLength: 1, selector: ({ id }) => id }), (given) => {
        const rows = given.map(({ id, stage, day }) => row(id, stage, `0${day}T00:00`));

        const { visits, totals } = timeInStages(rows, { now });

        const first = Math.min(...rows.map(({ at }) => Date.parse(at)));
        expect(visits.reduce((sum, { seconds }) => sum + seconds, 0)).toBe((now.getTime() - first) / 1000);
        expect(totals.reduce((sum, { seconds }) => sum + seconds, 0)).toBe((now.getTime() - first) / 1000);
        expect(timeInStages(rows.toReversed(), { now })).toEqual({ visits, totals });
      }),
      { numRuns: 1_000 },
    );
  });
});
