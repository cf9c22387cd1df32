import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, peer?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage */

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes what it has installed to
 * `node_modules/.package-lock.json` when an installation is complete; the two are compared, so that an interrupted or an
 * outdated installation is noticed, and each package is looked for, so that a folder that was removed is.
 *
 * @param {string} root the repository's top folder
 * @returns {{ installed: true } | { installed: false, reason: string }}
 */
export function isInstalled(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(join(root, 'node_modules'))) return { installed: false, reason: 'node_modules is missing' };
  let installed;
  try {
    installed = readPackages(installedFile);
  } catch {
    return { installed: false, reason: 'the last installation did not end' };
  }

  for (const [path, locked] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    if (found === undefined) {
      if (isForOthers(locked)) continue;
      return { installed: false, reason: `${path} is not installed` };
    }
    if (found.version !== locked.version || found.integrity !== locked.integrity) {
      return { installed: false, reason: `${path} does not match package-lock.json` };
    }
    if (!existsSync(join(root, path, 'package.json'))) return { installed: false, reason: `${path} is gone` };
  }
  for (const path of Object.keys(installed)) {
    if (wanted[path] === undefined) return { installed: false, reason: `${path} is not in package-lock.json` };
  }
  return { installed: true };
}

/**
 * An optional package that npm leaves out here. One that is made for this platform is wanted: npm goes on without it when
 * it could not be fetched, and says nothing.
 *
 * @param {LockedPackage} locked
 */
function isForOthers({ optional = false, peer = false, os, cpu, libc }) {
  if (!optional) return false;
  const isForThisPlatform =
    os !== undefined && allows(os, process.platform) && allows(cpu, process.arch) && allows(libc, ownLibc());
  return peer || !isForThisPlatform;
}

/** npm's `os`, `cpu` and `libc`: names, or names that are excluded. */
function allows(given, own) {
  const list = given === undefined ? [] : [given].flat();
  if (list.includes(`!${own}`)) return false;
  const named = list.filter((name) => !name.startsWith('!'));
  return named.length === 0 || named.includes(own);
}

let libcOfThisMachine;

function ownLibc() {
  if (process.platform !== 'linux') return 'none';
  process.report.excludeNetwork = true; // it would look up names
  libcOfThisMachine ??= process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return libcOfThisMachine;
}

function readLock(file) {
  try {
    return readPackages(file);
  } catch (cause) {
    throw new Error(`Could not read ${file}: ${cause.message}. Restore it (git checkout package-lock.json).`, {
      cause,
    });
  }
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
