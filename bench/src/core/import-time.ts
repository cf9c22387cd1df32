import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, type Measurement } from '../measurement.ts';

const run = promisify(execFile);
/** Where core's own dependencies are found. */
const core = fileURLToPath(new URL('../../../packages/core/', import.meta.url));

/** Importing core as it is built, each time in a new Node process, against importing what it stands on. */
export async function measureImportTime({ rounds }: { rounds: number }): Promise<Measurement[]> {
  const milliseconds: { core: number[]; parts: number[] } = { core: [], parts: [] };
  for (let round = 0; round < rounds; round += 1) {
    milliseconds.core.push(await importTime(['./dist/index.js']));
    milliseconds.parts.push(await importTime(['jsforce', 'zod']));
  }
  return [
    {
      name: 'import packages/core',
      unit: 'ms',
      measured: median(milliseconds.core),
      reference: median(milliseconds.parts),
      against: 'jsforce and zod alone',
      goal: { atMost: 1.3 },
    },
  ];
}

async function importTime(modules: readonly string[]): Promise<number> {
  const program = `const startedAt = performance.now();
    ${modules.map((name) => `await import(${JSON.stringify(name)});`).join('\n')}
    console.log(performance.now() - startedAt);
    process.exit(0);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], { cwd: core });
  return Number(stdout);
}
