import { createEnvironmentKeyProvider, type KeyProvider } from '@uman/encryption';
import { loadClientConnectConfig, type ClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter(Boolean));

const environmentSchema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://…' }),
  UMAN_OAUTH_CLIENT_ID: z.string('missing').min(1, 'missing'),
  UMAN_OAUTH_CLIENT_SECRET: z.string('missing').min(1, 'missing'),
  UMAN_OAUTH_REDIRECT_URI: z.url('expected an address'),
  UMAN_ALLOWED_LOGIN_HOSTS: list,
  UMAN_PACKAGE_NAMESPACE: z.string().default('uman'),
  UMAN_REQUEST_TIMEOUT_SECONDS: z.coerce.number().positive().max(300).default(120),
  UMAN_LONGEST_REQUEST_SECONDS: z.coerce.number().positive().default(600),
  UMAN_WORKER_MAX_CONCURRENT_WRITES: z.coerce.number().int().min(1).max(1000).default(50),
});

/** What the worker runs with. */
export interface WorkerConfig {
  /** Postgres with the connections. */
  readonly databaseUrl: string;
  readonly oauthApp: { readonly clientId: string; readonly clientSecret: string; readonly redirectUri: string };
  /** Login hosts accepted beside Salesforce's own, e.g. an emulated org. */
  readonly allowedLoginHosts: readonly string[];
  readonly packageNamespace: string;
  /** Longest wait for one answer of Salesforce. */
  readonly requestTimeoutSeconds: number;
  /** How long Salesforce may go on with a request whose answer was lost. */
  readonly longestRequestSeconds: number;
  readonly maxConcurrentWrites: number;
  readonly keyProvider: KeyProvider;
  /** Temporal's standard client configuration: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS_*`. */
  readonly temporal: ClientConnectConfig;
}

/** Something in the environment is missing or wrong. */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';

  constructor(problems: readonly string[]) {
    super(
      `Could not start the worker: its environment is not complete.\n${problems.map((problem) => `  ${problem}\n`).join('')}apps/worker/README.md says what each variable means.`,
    );
    this.name = 'ConfigError';
  }
}

/**
 * Reads the environment once, and names everything that is missing or wrong in it.
 * @throws ConfigError; VaultKeyUnknownError, VaultKeyInvalidError for the encryption keys
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): WorkerConfig {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`));
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    oauthApp: {
      clientId: values.UMAN_OAUTH_CLIENT_ID,
      clientSecret: values.UMAN_OAUTH_CLIENT_SECRET,
      redirectUri: values.UMAN_OAUTH_REDIRECT_URI,
    },
    allowedLoginHosts: values.UMAN_ALLOWED_LOGIN_HOSTS,
    packageNamespace: values.UMAN_PACKAGE_NAMESPACE,
    requestTimeoutSeconds: values.UMAN_REQUEST_TIMEOUT_SECONDS,
    longestRequestSeconds: values.UMAN_LONGEST_REQUEST_SECONDS,
    maxConcurrentWrites: values.UMAN_WORKER_MAX_CONCURRENT_WRITES,
    keyProvider: createEnvironmentKeyProvider({ environment }),
    temporal: loadClientConnectConfig(),
  };
}
