import { expect, it } from 'vitest';
import { runChaos } from './run-chaos.ts';

// `vitest run test/chaos --mode long` runs many more schedules; a seed that fails is in the name of its test.
const long = (import.meta as ImportMeta & { readonly env: { readonly MODE: string } }).env.MODE === 'long';
const seeds = Array.from({ length: long ? 3 : 1 }, (_, index) => index + 1);
const writes = long ? 40 : 16;
const TIMEOUT = 10 * 60 * 1000;

it.each(seeds)(
  'writes each key once and tells the truth about it, whatever fails (seed %i)',
  { timeout: TIMEOUT },
  async (seed) => {
    const report = await runChaos({ seed, writes, violent: true });

    expect(report.wrong, report.story.join('\n')).toEqual([]);
    console.log(report.ends, report.apiCalls);
  },
);

it.each(seeds)(
  'counts every request as the org does, as long as nobody is killed (seed %i)',
  { timeout: TIMEOUT },
  async (seed) => {
    const report = await runChaos({ seed, writes, violent: false });

    expect(report.wrong, report.story.join('\n')).toEqual([]);
    console.log(report.ends, report.apiCalls);
    expect(report.apiCalls.told, report.story.join('\n')).toBe(report.apiCalls.counted);
  },
);
