import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, inBundle?: boolean }} LockedPackage */

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm writes what it has installed to
 * `node_modules/.package-lock.json` when an installation is complete; the two are compared, so that an interrupted or an
 * outdated installation is noticed.
 *
 * @param {string} root the repository's top folder
 * @returns {{ installed: true } | { installed: false, reason: string }}
 */
export function isInstalled(root) {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return { installed: false, reason: 'node_modules is missing' };
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(installedFile);

  for (const [path, locked] of Object.entries(wanted)) {
    if (!path.includes('node_modules/')) continue;
    const found = installed[path];
    if (found === undefined) {
      if (locked.optional) continue;
      return { installed: false, reason: `${path} is not installed` };
    }
    if (found.version !== locked.version || found.integrity !== locked.integrity) {
      return { installed: false, reason: `${path} does not match package-lock.json` };
    }
  }
  for (const path of Object.keys(installed)) {
    if (wanted[path] === undefined) return { installed: false, reason: `${path} is not in package-lock.json` };
  }
  return { installed: true };
}

/** @param {string} file @returns {Record<string, LockedPackage>} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
