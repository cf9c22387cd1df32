import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isReached } from '../measurement.ts';
import { report } from '../report.ts';
import { measureImportTime } from './import-time.ts';
import { measureProfileTime } from './profile-time.ts';

const usage = `Usage: npm run bench:core -- [options]

What the typed clients cost, as ratios: both sides in one run on this machine. \`npm run build\` first: the import is
measured as built.

  --rounds N     Imports of each side, of which the middle one counts. Default: 15.
  --times N      Profiles read by each side. Default: 200.
  --json FILE    Write the figures there as well.
  --check        End with 1 when a goal is not reached.
  --help         Print this.
`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    times: { type: 'string', default: '200' },
    json: { type: 'string' },
    check: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(usage);
else process.exitCode = await bench();

async function bench(): Promise<number> {
  const [rounds, times] = [count('rounds'), count('times')];
  const measurements = [...(await measureProfileTime({ times })), ...(await measureImportTime({ rounds }))];
  process.stdout.write(report(measurements));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ measurements }, null, 2)}\n`);
  return values.check && !measurements.every(isReached) ? 1 : 0;
}

function count(name: 'rounds' | 'times'): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} must be a whole number from 1, not ${values[name]}`);
}
