import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `Usage: npm run dev -- [options]

Starts Temporal (with its web UI), Postgres and an emulated Salesforce org on free ports of 127.0.0.1,
prints their addresses and keeps them running until Ctrl-C. Their data outlives it.

Options:
  --data DIR   Where the data is kept. Remove the folder to begin again.
               Default: .local/dev of this repository
  --help       Show this text.

Environment:
  TEMPORAL_ADDRESS   Use the Temporal server at this host:port instead of starting one.
  DATABASE_URL       Use this Postgres database instead of starting one.
`;

export type CommandLine =
  | { readonly kind: 'run'; readonly dataDirectory: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'invalid'; readonly reason: string };

/** What was asked for; a relative folder is one of where the user stands, and the usual one lies in the project. */
export function parseCommandLine(
  args: readonly string[],
  { project, directory }: { readonly project: string; readonly directory: string },
): CommandLine {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, help: { type: 'boolean', default: false } },
    });
    if (values.help) return { kind: 'help' };
    if (values.data === '') return { kind: 'invalid', reason: '--data needs a folder.' };
    return {
      kind: 'run',
      dataDirectory: values.data === undefined ? join(project, '.local', 'dev') : resolve(directory, values.data),
    };
  } catch (error) {
    return { kind: 'invalid', reason: error instanceof Error ? error.message : String(error) };
  }
}
