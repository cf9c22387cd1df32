import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that runs TypeScript as it is and has the SQLite that the emulator needs. */
const OLDEST = { major: 24, minor: 0 };

/**
 * The Node that the lock file pins; this one, where no package has it for this platform and this one is new enough.
 *
 * @param {string} root
 * @returns {string}
 */
export function pinnedNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const candidates = [
    join(root, 'node_modules', '.bin', name),
    join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', name),
  ];
  const pinned = candidates.find((candidate) => existsSync(candidate));
  if (pinned) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old, and npm has installed no newer one for ${process.platform}-${process.arch}. Install Node ${OLDEST.major} and run this again.`,
  );
}
