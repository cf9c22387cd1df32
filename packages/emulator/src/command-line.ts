import { parseArgs } from 'node:util';
import type { MetadataSource } from './metadata/metadata-source.ts';

export const usage = `Usage: npm run emulator -- [options]

An emulated Salesforce org. Prints its address when it is ready.

  --host ADDRESS       Listen on this address. Default: 127.0.0.1. Anybody who reaches it can do anything to the org.
  --port N             Listen on this port. Default: a free one.
  --login-port N       Stand for login.salesforce.com on this port, and print it. Default: a free one, not printed.
  --test-login-port N  The same for test.salesforce.com.
  --tls-cert FILE      Serve https with this certificate (PEM) ...
  --tls-key FILE       ... and its key.
  --data FILE|DIR      Keep the org in this SQLite file, or all orgs in this directory. Default: in memory.
  --seed FILE          Create the records of this JSON file.
  --install DIR[=NS]   Install source-format metadata, with NS as a managed package of that namespace. May be repeated.
  --no-package         Do not install this repository's own package.
  --coverage           Print every operation and the evidence that its behaviour rests on.
  --help               Print this.
`;

export interface CommandLine {
  readonly help: boolean;
  readonly coverage: boolean;
  readonly host: string | undefined;
  readonly port: number;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly seed: string | undefined;
  readonly loginPort: number | undefined;
  readonly testLoginPort: number | undefined;
  readonly data: string | undefined;
  readonly install: readonly MetadataSource[];
  /** Install this repository's own package first. */
  readonly ownPackage: boolean;
}

/** What is wrong with the command line, in a sentence. */
export class CommandLineError extends Error {}

/** @throws CommandLineError */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values } = parse(args);
  return {
    help: values.help ?? false,
    coverage: values.coverage ?? false,
    host: values.host,
    port: toPort('port', values.port) ?? 0,
    tls: toTls(values['tls-cert'], values['tls-key']),
    seed: values.seed,
    loginPort: toPort('login-port', values['login-port']),
    testLoginPort: toPort('test-login-port', values['test-login-port']),
    data: values.data,
    install: (values.install ?? []).map(toSource),
    ownPackage: !values['no-package'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        seed: { type: 'string' },
        'login-port': { type: 'string' },
        'test-login-port': { type: 'string' },
        data: { type: 'string' },
        install: { type: 'string', multiple: true },
        'no-package': { type: 'boolean' },
        coverage: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new CommandLineError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** Names of files. */
function toTls(cert: string | undefined, key: string | undefined): { cert: string; key: string } | undefined {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new CommandLineError('--tls-cert and --tls-key belong together');
  return { cert, key };
}

function toPort(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new CommandLineError(`--${option} must be a number from 0 to 65535, not ${text}`);
}

function toSource(text: string): MetadataSource {
  const [, directory = text, namespace] = /^(.*)=([^=]*)$/.exec(text) ?? [];
  if (namespace === undefined) return { directory };
  if (!/^[A-Za-z][A-Za-z0-9_]{0,14}$/.test(namespace) || namespace.includes('__')) {
    throw new CommandLineError(`--install ${text}: ${namespace} is no namespace`);
  }
  return { directory, namespace };
}
