import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the pinned Node', () => {
  it('comes first in npm scripts, whatever Node npm itself runs on', () => {
    const { stdout } = spawnSync('npm', ['exec', '--silent', '--', 'node', '--version'], {
      cwd: root,
      encoding: 'utf8',
    });

    expect(stdout.trim()).toMatch(/^v24\./);
  });

  it('is the Node of turbo tasks: these tests run on it', () => {
    expect(process.version).toMatch(/^v24\./);
  });
});

describe('the entry of the npm scripts', () => {
  it('names the commands it knows, all of the npm scripts among them, when it is asked for another', () => {
    const manifest = readFileSync(`${root}package.json`, 'utf8');
    const asked = [...manifest.matchAll(/node tooling\/run\.mjs ([\w:]+)/g)].flatMap(([, name]) => name ?? []);

    const { status, stderr } = spawnSync(process.execPath, ['tooling/run.mjs', 'deploy'], {
      cwd: root,
      encoding: 'utf8',
    });

    expect(status).toBe(2);
    const [, list = ''] = /^Unknown command "deploy"\. Known: (.*)\.$/m.exec(stderr) ?? [];
    expect(list.split(', ')).toEqual(expect.arrayContaining(['demo', 'test', ...asked]));
  });
});
