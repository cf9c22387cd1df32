import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { LocalStack } from './local-stack.ts';

const redirectUri = 'http://127.0.0.1/oauth/callback';

/**
 * Writes what a worker needs for this stack into `worker.env` of the data directory, for `node --env-file`, and registers
 * the app that it names in the emulated org. The secrets are made at the first start and kept. Only the file's owner may read it.
 * @returns the file
 */
export async function writeWorkerEnvironment(stack: LocalStack, dataDirectory: string): Promise<string> {
  const file = join(dataDirectory, 'worker.env');
  const known = await readFile(file, 'utf8').then(parseEnv, () => ({})); // absent: the first start
  const secrets = {
    UMAN_OAUTH_CLIENT_ID: '3MVG9uman.dev',
    UMAN_OAUTH_CLIENT_SECRET: randomBytes(32).toString('hex'),
    UMAN_ENCRYPTION_KEYS: `dev:${randomBytes(32).toString('base64')}`,
    UMAN_ENCRYPTION_CURRENT_KEY_ID: 'dev',
    UMAN_OAUTH_REDIRECT_URI: redirectUri,
    ...known,
  };
  const variables = {
    ...secrets,
    TEMPORAL_ADDRESS: stack.temporal.address,
    TEMPORAL_NAMESPACE: stack.temporal.namespace,
    DATABASE_URL: stack.postgres.url,
    UMAN_ALLOWED_LOGIN_HOSTS: stack.emulator.url,
  };
  stack.emulator.registerApp({
    name: 'uman',
    clientId: variables.UMAN_OAUTH_CLIENT_ID,
    clientSecret: variables.UMAN_OAUTH_CLIENT_SECRET,
    redirectUris: [variables.UMAN_OAUTH_REDIRECT_URI],
  });

  const lines = Object.entries(variables).map(([name, value]) => `${name}=${JSON.stringify(value)}\n`);
  const draft = `${file}.draft`;
  await writeFile(draft, lines.join(''), { mode: 0o600 });
  await rename(draft, file);
  return file;
}
