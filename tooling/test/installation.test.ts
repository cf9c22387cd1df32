import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installLock } from '../install/install-lock.mjs';
import { isInstalled } from '../install/is-installed.mjs';

describe('isInstalled', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'uman-installation-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const lock = (packages: object) => writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  const installed = (packages: object) => {
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
    for (const path of Object.keys(packages)) {
      mkdirSync(join(root, path), { recursive: true });
      writeFileSync(join(root, path, 'package.json'), '{}');
    }
  };

  it('is false without node_modules', () => {
    lock({});

    expect(isInstalled(root)).toEqual({ installed: false, reason: 'node_modules is missing' });
  });

  it('is false after an installation that was interrupted', () => {
    lock({});
    mkdirSync(join(root, 'node_modules'));

    expect(isInstalled(root)).toEqual({ installed: false, reason: 'the last installation did not end' });
  });

  it('is false when the lock file asks for another version', () => {
    lock({ 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-new' } });
    installed({ 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-old' } });

    expect(isInstalled(root)).toMatchObject({
      installed: false,
      reason: 'node_modules/zod does not match package-lock.json',
    });
  });

  it('is false when something is missing', () => {
    lock({ 'node_modules/zod': { version: '4.6.7' } });
    installed({});

    expect(isInstalled(root)).toMatchObject({ installed: false, reason: 'node_modules/zod is not installed' });
  });

  it('is true when only packages for other platforms are missing', () => {
    lock({
      '': {},
      'packages/core': {},
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/node-sunos': { version: '24.21.0', optional: true, os: 'sunos', cpu: 'x64' },
      'node_modules/not-here': { version: '1.0.0', optional: true, os: [`!${process.platform}`] },
      'node_modules/a-peer': { version: '1.0.0', optional: true, peer: true },
    });
    installed({ 'packages/core': {}, 'node_modules/zod': { version: '4.6.7' } });

    expect(isInstalled(root)).toEqual({ installed: true });
  });

  it('is false when npm left out an optional package that is made for this platform', () => {
    const own = { version: '24.21.0', optional: true, os: process.platform, cpu: [process.arch] };
    lock({ 'node_modules/node-here': own });
    installed({});

    expect(isInstalled(root)).toEqual({ installed: false, reason: 'node_modules/node-here is not installed' });
  });

  it('is false when somebody removed the folder of a package', () => {
    lock({ 'node_modules/zod': { version: '4.6.7' } });
    installed({ 'node_modules/zod': { version: '4.6.7' } });
    rmSync(join(root, 'node_modules/zod'), { recursive: true });

    expect(isInstalled(root)).toEqual({ installed: false, reason: 'node_modules/zod is gone' });
  });

  it('says which file it cannot read', () => {
    writeFileSync(join(root, 'package-lock.json'), '<<<<<<< HEAD');

    expect(() => isInstalled(root)).toThrow(/package-lock\.json/);
  });
});

describe('installLock', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'uman-install-lock-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('lets one install at a time, and says who the other is', async () => {
    const waited: number[] = [];
    const order: string[] = [];
    const release = await installLock(root);
    const takeSecond = async () => {
      const releaseSecond = await installLock(root, (pid) => waited.push(pid));
      order.push('second');
      releaseSecond();
    };
    const second = takeSecond();
    await sleep(300);
    order.push('first is done');
    release();
    await second;

    expect({ waited, order }).toEqual({ waited: [process.pid], order: ['first is done', 'second'] });
  });

  it('takes over what a process left behind that is gone, also when its pid was given out again', async () => {
    mkdirSync(join(root, '.local'));
    writeFileSync(join(root, '.local/install.lock'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));

    const release = await installLock(root);
    release();

    expect(readdirSync(join(root, '.local'))).toEqual([]);
  });
});
