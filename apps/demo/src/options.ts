import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run demo -- [options]

Starts Temporal, Postgres and an emulated Salesforce org on this machine, connects a user, starts a worker, and shows how a
deal with everything around it is written once, whatever fails in between.

Options:
  --json        print one JSON object with the figures as the last line
  --keep        leave everything running until Ctrl-C, to look around
  --crm DIR     write real data instead: accounts.csv, products.csv, sales_teams.csv and sales_pipeline.csv in DIR.
                The org, the workflows and the connection are kept in .local/demo-crm, so a second run finds what the
                first one wrote
  --limit N     with --crm: the first N rows only, in the order of the pipeline, each deal after its account
  --data DIR    with --crm: keep them in DIR instead
  --reset       with --crm: forget what earlier runs have written, and begin with an empty org
  --help        print this
`;

/** What the command line asked for. */
export type DemoOptions =
  | { readonly command: 'help' }
  | { readonly command: 'story'; readonly json: boolean; readonly keep: boolean }
  | {
      readonly command: 'crm';
      readonly json: boolean;
      readonly keep: boolean;
      readonly directory: string;
      /** Rows; undefined: all. */
      readonly limit: number | undefined;
      /** Where the org and the workflows are kept; undefined: the usual place. */
      readonly dataDirectory: string | undefined;
      readonly reset: boolean;
    };

/** The command line makes no sense. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @throws UsageError, naming the option */
export function parseOptions(args: readonly string[]): DemoOptions {
  const values = parse(args);
  if (values.help) return { command: 'help' };
  const { json = false, keep = false, crm, limit, data, reset = false } = values;
  if (crm === undefined) {
    if (limit !== undefined) throw new UsageError('--limit goes with --crm DIR.');
    if (data !== undefined) throw new UsageError('--data goes with --crm DIR.');
    if (reset) throw new UsageError('--reset goes with --crm DIR.');
    return { command: 'story', json, keep };
  }
  if (data === '') throw new UsageError('--data needs a folder.');
  if (crm === '') throw new UsageError('--crm needs a folder.');
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) {
    throw new UsageError(`--limit needs a number of rows from 1, not "${limit}".`);
  }
  return {
    command: 'crm',
    json,
    keep,
    directory: crm,
    limit: limit === undefined ? undefined : Number(limit),
    dataDirectory: data,
    reset,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        json: { type: 'boolean' },
        keep: { type: 'boolean' },
        crm: { type: 'string' },
        limit: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
