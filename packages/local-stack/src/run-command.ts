import { execFile, type ExecFileOptions } from 'node:child_process';

export interface CommandResult {
  readonly succeeded: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it failed, in one line: its last line on stderr, or how it ended. */
  readonly reason: string;
}

/** Runs a short command to its end and reports how it went; a failing command is an answer, not an exception. */
export function runCommand(
  command: string,
  args: readonly string[],
  options: ExecFileOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(command, [...args], { ...options, encoding: 'utf8' }, (error, stdout, stderr) => {
      const lastLine = stderr.trim().split('\n').at(-1);
      const ending = error?.killed ? `still running after ${options.timeout} ms` : error?.message.split('\n')[0];
      resolve({
        succeeded: error === null,
        stdout,
        stderr,
        reason: (!error?.killed && lastLine) || ending || 'no reason given',
      });
    });
  });
}
