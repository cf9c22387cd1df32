import { expect, it } from 'vitest';
import { runChaos } from './run-chaos.ts';

// `vitest run test/chaos --mode long` runs many more schedules; a seed that fails is in the name of its test.
const long = (import.meta as ImportMeta & { readonly env: { readonly MODE: string } }).env.MODE === 'long';
const seeds = Array.from({ length: long ? 20 : 1 }, (_, index) => index + 1);
const writes = long ? 60 : 12;
const TIMEOUT = 30 * 60 * 1000;

it.each(seeds)(
  'writes each key once and tells the truth about it, whatever fails (seed %i)',
  { timeout: TIMEOUT },
  async (seed) => {
    const report = await runChaos({ seed, writes, violent: true, refused: long });

    expect(report.wrong).toEqual([]);
  },
);

it.each(seeds)(
  'counts every request as the org does, as long as nobody is killed (seed %i)',
  { timeout: TIMEOUT },
  async (seed) => {
    const report = await runChaos({ seed, writes, violent: false, refused: true });

    expect(report.wrong).toEqual([]);
    expect(report.apiCalls.told).toBe(report.apiCalls.counted);
  },
);
