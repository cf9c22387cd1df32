import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** What the environment says; read here and nowhere else. */
export interface LocalStackConfig {
  /** TEMPORAL_ADDRESS: use this server instead of starting one. */
  readonly temporalAddress: string | undefined;
  /** TEMPORAL_NAMESPACE, for a server that was given. @default 'default' */
  readonly temporalNamespace: string;
  /** Whether the Temporal client configuration asks for TLS (any TEMPORAL_TLS… variable, or an API key). */
  readonly temporalUsesTls: boolean;
  /** DATABASE_URL: use this database instead of starting one. */
  readonly databaseUrl: string | undefined;
  /** PATH, for finding executables. */
  readonly path: string;
  /** Things worth keeping that can be fetched again: $XDG_CACHE_HOME/uman or ~/.cache/uman. */
  readonly cacheDirectory: string;
  /** Records of running stacks: $XDG_STATE_HOME/uman or ~/.local/state/uman. */
  readonly stateDirectory: string;
  /** Where temporary folders are made: TMPDIR, or the system's. */
  readonly temporaryDirectory: string;
  /** Everything, for processes that inherit it. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Reads the configuration from an environment. @default this process' own */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): LocalStackConfig {
  const home = environment['HOME'] || homedir() || tmpdir();
  const folder = (variable: string, fallback: string): string => {
    const value = environment[variable];
    return join(value && isAbsolute(value) ? value : join(home, fallback), 'uman');
  };
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) if (value !== undefined) variables[name] = value;
  const usesTls = (name: string): boolean => name.startsWith('TEMPORAL_TLS') || name === 'TEMPORAL_API_KEY';
  return {
    temporalAddress: environment['TEMPORAL_ADDRESS'] || undefined,
    temporalNamespace: environment['TEMPORAL_NAMESPACE'] || 'default',
    temporalUsesTls: Object.keys(variables).some((name) => usesTls(name) && variables[name] !== 'false'),
    databaseUrl: environment['DATABASE_URL'] || undefined,
    path: environment['PATH'] ?? '',
    cacheDirectory: folder('XDG_CACHE_HOME', '.cache'),
    stateDirectory: folder('XDG_STATE_HOME', '.local/state'),
    temporaryDirectory: environment['TMPDIR'] || tmpdir(),
    variables,
  };
}
