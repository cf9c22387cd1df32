import { describe, expect, test } from 'vitest';
import { isReached, median, ratioOf, type Measurement } from '../src/measurement.ts';
import { report } from '../src/report.ts';

const aMeasurement: Measurement = {
  name: 'create an Account',
  unit: 'requests/s',
  measured: 4000,
  reference: 10_000,
  against: 'bare node:http server',
  goal: { atLeast: 0.4 },
};

describe('a measurement', () => {
  test('reaches a goal that it just meets', () => {
    expect(ratioOf(aMeasurement)).toBe(0.4);
    expect(isReached(aMeasurement)).toBe(true);
    expect(isReached({ ...aMeasurement, measured: 3999 })).toBe(false);
    expect(isReached({ ...aMeasurement, goal: { atMost: 0.4 } })).toBe(true);
    expect(isReached({ ...aMeasurement, goal: { atMost: 0.39 } })).toBe(false);
  });

  test('does not count the round that was disturbed', () => {
    expect(median([3, 900, 2])).toBe(3);
  });

  test('is a row of the report that says when its goal is missed', () => {
    const lines = report([aMeasurement, { ...aMeasurement, measured: 10 }]).split('\n');

    expect(lines[2]).toContain('| 0.40  | ≥ 0.4 | yes     |');
    expect(lines[3]).toContain('| 0.00  | ≥ 0.4 | NO      |');
  });
});
