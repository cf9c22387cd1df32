import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './is-installed.mjs';

/**
 * Installs what `package-lock.json` asks for, when it is not there.
 *
 * @param {string} root the repository's top folder
 */
export function ensureInstalled(root) {
  const state = isInstalled(root);
  if (state.installed) return;
  process.stderr.write(`Installing dependencies (${state.reason}); this takes a minute or two…\n`);
  const npm = npmCommand();
  // npm's own output goes to stderr: stdout belongs to the command that follows.
  const { status, error } = spawnSync(npm.command, [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: npm.shell,
  });
  if (error) throw new Error(`Could not run npm ci: ${error.message}. Is npm installed?`, { cause: error });
  if (status !== 0) {
    process.stderr.write(
      `npm ci ended with exit code ${status}. Its messages above say why; mend that and run this again.\n`,
    );
    process.exit(status ?? 1);
  }
}

/** The npm that runs this script, or the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script) && existsSync(script))
    return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * The Node that the lock file pins; this one, where no package has it for this platform and this one is new enough.
 *
 * @param {string} root
 * @returns {string}
 */
export function pinnedNode(root) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [
    join(root, 'node_modules', '.bin', name),
    join(
      root,
      'node_modules',
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
      'bin',
      name,
    ),
  ];
  const pinned = candidates.find((candidate) => existsSync(candidate));
  if (pinned) return pinned;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 23 || (major === 23 && minor >= 6)) return process.execPath;
  process.stderr.write(
    `Node ${process.versions.node} is too old, and no package brings a newer one for ${process.platform}-${process.arch}. Install Node 24 and run this again.\n`,
  );
  return process.exit(1);
}
