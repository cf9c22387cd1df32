import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const LOOK_EVERY_MS = 300;

/**
 * Runs a command as if it were this process: signals go on to it, and its exit code is the answer (128 + n after a signal).
 * It is asked to end when nobody is left who waits for it.
 *
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} options.args
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {import('node:child_process').StdioOptions} options.stdio
 * @param {boolean} [options.shell]
 * @param {() => boolean} options.isOrphaned
 * @param {number} [options.patienceMs] how long it may take to end; then it is killed. Without it: as long as it likes
 * @returns {Promise<number>}
 */
export async function runToEnd({
  command,
  args,
  cwd,
  env = process.env,
  stdio,
  shell = false,
  isOrphaned,
  patienceMs,
}) {
  const child = spawn(command, args, { cwd, env, stdio, shell });
  const ended = new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new Error(`Could not start ${command}: ${cause.message}`, { cause })));
    child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });

  let lastResort;
  const endInTime = () => {
    if (patienceMs !== undefined) lastResort ??= setTimeout(() => child.kill('SIGKILL'), patienceMs);
  };
  // A terminal sends Ctrl-C to the child as well; others (a supervisor, a script) send it to this process only.
  const forward = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    endInTime();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  const watch = setInterval(() => {
    if (!isOrphaned()) return;
    clearInterval(watch);
    child.kill('SIGTERM');
    endInTime();
  }, LOOK_EVERY_MS);
  try {
    return await ended;
  } finally {
    clearInterval(watch);
    clearTimeout(lastResort);
    for (const signal of signals) process.off(signal, forward);
  }
}
