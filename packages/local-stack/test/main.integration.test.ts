import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { aFolder, aState } from './a-state.ts';
import { waitUntil } from './wait-until.ts';

describe('npm run dev', () => {
  it('starts everything, says how to use it, and stops when it is told to', async () => {
    const { environment, records } = await aState();
    const data = await aFolder();
    const main = run(['--data', data], environment);
    const said = text(main.stdout);
    await waitUntil('the settings for a worker are written', () =>
      readFile(join(data, 'worker.env')).then(
        () => true,
        () => false,
      ),
    );
    const settings = parseEnv(await readFile(join(data, 'worker.env'), 'utf8'));

    const answer = await fetch(`${settings['UMAN_ALLOWED_LOGIN_HOSTS']}/services/data`);
    expect(answer.status).toBe(200);
    main.kill('SIGTERM');

    expect(await main.ended).toBe(0);
    const lines = await said;
    for (const name of ['TEMPORAL_ADDRESS', 'DATABASE_URL', 'UMAN_ALLOWED_LOGIN_HOSTS'])
      expect(lines).toContain(settings[name]);
    expect(lines).toContain(`Stopped. The data is kept in ${data}.`);
    expect(await records()).toEqual([]);
  });

  it('answers an option that it does not know with its usage, and 2', async () => {
    const { environment } = await aState();
    const main = run(['--dta', 'x'], environment);

    const [said, complained] = await Promise.all([text(main.stdout), text(main.stderr)]);

    expect(await main.ended).toBe(2);
    expect(said).toBe('');
    expect(complained).toMatch(/--dta[^]*Usage: npm run dev/);
  });
});

function run(args: string[], environment: NodeJS.ProcessEnv) {
  const file = fileURLToPath(new URL('../src/main.ts', import.meta.url));
  const flags = ['--conditions=development', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, file, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { stdout: child.stdout, stderr: child.stderr, ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}
