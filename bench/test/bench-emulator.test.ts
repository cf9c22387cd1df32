import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../src/emulator/main.ts', import.meta.url));

const SHORT = ['--rounds', '1', '--seconds', '1', '--rows', '4000'];

// The figures of a run as short as this say nothing; that each of them can be measured does.
test('the emulator’s benchmark measures every figure, and writes them down', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
  try {
    const file = join(folder, 'figures.json');

    const { stdout } = await run(process.execPath, ['--conditions=development', program, ...SHORT, '--json', file]);

    const { measurements } = JSON.parse(await readFile(file, 'utf8')) as { measurements: { measured: number }[] };
    expect(measurements).toHaveLength(9);
    for (const { measured } of measurements) expect(measured).toBeGreaterThan(0);
    expect(stdout.split('\n')).toHaveLength(measurements.length + 3);
  } finally {
    await rm(folder, { recursive: true });
  }
});
