import { readFileSync } from 'node:fs';

/**
 * Tells whether npm, which started this script, is gone: a signal to npm ends it, or the shell that it starts, and leaves
 * the script running. Started by hand the script belongs to nobody, and may outlive the shell it was started from.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {() => boolean} true once an ancestor is gone
 */
export function ancestorsAreGone(environment = process.env) {
  if (environment.npm_lifecycle_event === undefined) return () => false;
  const parent = process.ppid;
  const grandparent = parentOf(parent);
  return () => process.ppid !== parent || parentOf(parent) !== grandparent;
}

/** The parent of a process, where /proc tells; elsewhere the shell has made way for this script, whose parent is npm. */
function parentOf(pid) {
  try {
    // The name, in brackets, may hold anything; the state and the parent follow its last bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined; // no /proc, or no such process
  }
}
