import { randomUUID } from 'node:crypto';
import { createConnections, type Connections } from '@uman/connections';
import { createEnvelopeCipher, createStaticKeyProvider, generateEncryptionKey } from '@uman/encryption';
import { logInAndAllow, type Emulator } from '@uman/emulator';
import { createDatabase } from '@uman/local-stack';
import { anEmulatedOrg, sharedStack } from '@uman/testing';
import { onTestFinished } from 'vitest';

/** An org that a user has connected by OAuth; its tokens are in a database of the test's own. */
export interface ConnectedOrg {
  readonly emulator: Emulator;
  readonly connections: Connections;
  readonly connectionId: string;
  /** What a worker process needs to reach the connection. */
  readonly environment: Readonly<Record<string, string>>;
}

const APP = {
  clientId: '3MVG9.worker-test',
  clientSecret: 'worker-test-secret',
  redirectUri: 'http://127.0.0.1/callback',
};

export async function aConnectedOrg(): Promise<ConnectedOrg> {
  const emulator = await anEmulatedOrg();
  emulator.registerApp({ ...APP, name: 'uman', redirectUris: [APP.redirectUri] });
  const databaseUrl = await createDatabase(sharedStack(), `worker_${randomUUID().replaceAll('-', '')}`);
  const key = generateEncryptionKey();
  const connections = await createConnections({
    databaseUrl,
    cipher: createEnvelopeCipher({
      keyProvider: createStaticKeyProvider({ currentKeyId: 'test', keys: { test: key } }),
    }),
    app: APP,
    allowedLoginHosts: [emulator.url],
  });
  onTestFinished(async () => await connections.close());

  const { authorizationUrl, state } = await connections.startConnect({ customerId: 'acme', loginUrl: emulator.url });
  const callbackUrl = await logInAndAllow(authorizationUrl, emulator.admin);
  const { id } = await connections.finishConnect({ callbackUrl, state });
  const { address, namespace } = sharedStack().temporal;
  return {
    emulator,
    connections,
    connectionId: id,
    environment: {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: namespace,
      DATABASE_URL: databaseUrl,
      UMAN_ENCRYPTION_KEYS: `test:${key}`,
      UMAN_ENCRYPTION_CURRENT_KEY_ID: 'test',
      UMAN_OAUTH_CLIENT_ID: APP.clientId,
      UMAN_OAUTH_CLIENT_SECRET: APP.clientSecret,
      UMAN_OAUTH_REDIRECT_URI: APP.redirectUri,
      UMAN_ALLOWED_LOGIN_HOSTS: emulator.url,
    },
  };
}
