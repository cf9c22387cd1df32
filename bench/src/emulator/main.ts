import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isReached, type Measurement } from '../measurement.ts';
import { report } from '../report.ts';
import { fillAccounts } from './fill-accounts.ts';
import { measureFootprint } from './footprint.ts';
import { measureQueryTime, type FilledOrg } from './query-time.ts';
import { measureRequestRate } from './request-rate.ts';

const usage = `Usage: npm run bench:emulator -- [options]

How fast the emulated org is, as ratios: both sides in one run on this machine. \`npm run build\` first: the start is
measured as built.

  --rounds N     Rounds of each measurement, of which the middle one counts. Default: 5.
  --seconds N    Seconds of a round of requests. Default: 3.
  --rows N       Accounts in the large org. Default: 1000000.
  --json FILE    Write the figures there as well.
  --check        End with 1 when a goal is not reached.
  --help         Print this.
`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
    rows: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(usage);
else process.exitCode = await bench();

async function bench(): Promise<number> {
  const [rounds, seconds, rows] = [count('rounds'), count('seconds'), count('rows')];
  const folder = await mkdtemp(join(tmpdir(), 'bench-emulator-'));
  try {
    const large = await filled(join(folder, 'large.sqlite'), rows);
    const small = await filled(join(folder, 'small.sqlite'), Math.min(10_000, rows));
    say('requests per second');
    const rates = await measureRequestRate({ rounds, seconds });
    say('queries');
    const queries = await measureQueryTime({ small, large, times: rounds * 20 });
    say('start and memory');
    const measurements = [...rates, ...queries, ...(await measureFootprint({ large, rounds }))];
    process.stdout.write(report(measurements));
    if (values.json !== undefined) await writeFile(values.json, toJson(measurements));
    return values.check && !measurements.every(isReached) ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function filled(file: string, rows: number): Promise<FilledOrg> {
  say(`an org with ${rows.toLocaleString('en')} Accounts`);
  await fillAccounts(file, rows);
  return { file, rows };
}

function count(name: 'rounds' | 'seconds' | 'rows'): number {
  const value = Number(values[name]);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`--${name} must be a whole number from 1, not ${values[name]}`);
  return value;
}

function say(what: string): void {
  process.stderr.write(`… ${what}\n`);
}

function toJson(measurements: readonly Measurement[]): string {
  const machine = { node: process.version, platform: process.platform, cpus: cpus().length, cpu: cpus()[0]?.model };
  return `${JSON.stringify({ machine, measurements }, null, 2)}\n`;
}
