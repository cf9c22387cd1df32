// Tries the properties that packages test with random input far more often than their tests do.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const HELP = `npm run fuzz -- [--runs N] [FILE …]

Runs the property tests of packages/core, each property N times (default 1000000).
FILE: only test files whose path has this in it, e.g. soql. A failure names its seed and the smallest input found.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '1000000' }, help: { type: 'boolean', default: false } },
});
const runs = Number(values.runs);

if (values.help) {
  process.stdout.write(HELP);
} else if (!Number.isSafeInteger(runs) || runs < 1) {
  process.stderr.write(`--runs takes a whole number from 1 on, not "${values.runs}".\n`);
  process.exitCode = 2;
} else {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const vitest = await startVitest('test', positionals, {
    root: join(root, 'packages/core'),
    dir: join(root, 'packages/core'),
    include: ['src/**/*.property.test.ts', 'test/**/*.property.test.ts'],
    watch: false,
    testTimeout: 0,
    reporters: ['verbose'],
    provide: { fuzzRuns: runs },
  });
  await vitest.close();
}
