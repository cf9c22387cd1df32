import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { runToEnd } from '../entry/run-to-end.mjs';
import { installLock } from './install-lock.mjs';
import { isInstalled } from './is-installed.mjs';

const STILL_BUSY_EVERY_MS = 15_000;
/** npm goes on for a while when it is asked to end; what it leaves unfinished is installed anew. */
const NPM_PATIENCE_MS = 2_000;

/**
 * Installs what `package-lock.json` asks for, when it is not there. Of several commands that find it missing one installs
 * and the others wait for it.
 *
 * @param {string} root the repository's top folder
 * @param {{ isOrphaned: () => boolean }} options
 * @returns {Promise<void>} rejects with an error that has the `exitCode` to end with
 */
export async function ensureInstalled(root, { isOrphaned }) {
  if (isInstalled(root).installed) return;
  const say = (line) => process.stderr.write(`${line}\n`);
  const release = await installLock(root, (pid) => say(`Process ${pid} is installing dependencies; waiting for it…`));
  try {
    const state = isInstalled(root);
    if (state.installed) return;
    await install(root, { reason: state.reason, say, isOrphaned });
    const after = isInstalled(root);
    if (!after.installed) say(`npm ci has succeeded, and yet ${after.reason}. Going on without it.`);
  } finally {
    release();
  }
}

async function install(root, { reason, say, isOrphaned }) {
  say(`Installing dependencies (${reason}); this takes a minute or two…`);
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  // On a terminal npm shows that it is busy; elsewhere somebody has to say it.
  const busy = setInterval(() => {
    if (!process.stderr.isTTY) say(`… still installing, ${seconds()} s so far`);
  }, STILL_BUSY_EVERY_MS);
  const npm = npmCommand();
  try {
    // npm's own output goes to stderr: stdout belongs to the command that follows.
    const code = await runToEnd({
      command: npm.command,
      args: [...npm.args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: npm.shell,
      isOrphaned,
      patienceMs: NPM_PATIENCE_MS,
    });
    if (code === 0 && !isOrphaned()) return say(`Dependencies are installed, in ${seconds()} s.`);
    const what =
      code > 128 || isOrphaned()
        ? 'The installation was interrupted. The next command begins it again.'
        : `npm ci ended with exit code ${code}. Its messages above say why; mend that and run this again.`;
    throw Object.assign(new Error(what), { exitCode: code || 1 });
  } finally {
    clearInterval(busy);
  }
}

/** The npm that runs this script, or the one on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && basename(script) === 'npm-cli.js' && existsSync(script))
    return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}
