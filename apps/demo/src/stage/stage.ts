import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection as TemporalConnection } from '@temporalio/client';
import { createConnections } from '@uman/connections';
import { createPlatformClient, type PlatformClient } from '@uman/contracts/client';
import { createEnvelopeCipher, createStaticKeyProvider } from '@uman/encryption';
import { startLocalStack, type LocalStack } from '@uman/local-stack';
import type { Narrator } from '../narrator.ts';
import { connectUser } from './connect-user.ts';
import { loadSecrets, type Secrets } from './secrets.ts';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

/** Everything that runs while the demo plays. */
export interface Stage {
  readonly stack: LocalStack;
  readonly temporal: Client;
  /** What a platform service holds. */
  readonly uman: PlatformClient;
  readonly connectionId: string;
  readonly worker: WorkerProcess;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly narrator: Narrator;
  /** Source-format metadata of the customer's own: what their org has beside the package. */
  readonly orgMetadata: string;
  /** Kept over runs. @default a folder that is removed at the end */
  readonly dataDirectory?: string;
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const REDIRECT_URI = 'http://127.0.0.1/oauth/callback';
const CUSTOMER_ID = 'demo-customer';

export async function openStage({ narrator, orgMetadata, dataDirectory }: StageOptions): Promise<Stage> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer();
  };
  try {
    const stack = await startLocalStack({
      temporalUi: true,
      progress: (line) => narrator.say(line),
      ...(dataDirectory !== undefined && { dataDirectory }),
    });
    closers.push(async () => await stack.stop());
    const secrets = loadSecrets(dataDirectory && join(dataDirectory, 'secrets.json'));

    // The worker starts while the administrator and the user do their part; it needs neither to start.
    const worker = await startWorkerProcess({ stack, narrator, env: workerEnvironment(stack, secrets) });
    closers.push(async () => await worker.stop());

    const { emulator } = stack;
    emulator.install({ directory: join(repository, 'force-app/main'), namespace: 'uman' });
    emulator.install({ directory: orgMetadata });
    narrator.say(`The administrator installed the uman package in the org ${emulator.org.id} at ${emulator.url}.`);

    const connectionId = await connect(stack, secrets);
    narrator.say(`A user connected the org by OAuth 2.0 with PKCE: connection ${connectionId}.`);

    await worker.ready();
    narrator.say(`A worker runs as its own process: pid ${worker.pid}.`);

    const connection = await TemporalConnection.connect({ address: stack.temporal.address });
    closers.push(async () => await connection.close());
    const temporal = new Client({ connection, namespace: stack.temporal.namespace });
    return { stack, temporal, uman: createPlatformClient({ client: temporal }), connectionId, worker, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect({ postgres, emulator }: LocalStack, secrets: Secrets): Promise<string> {
  emulator.registerApp({
    name: 'uman',
    clientId: secrets.oauthClientId,
    clientSecret: secrets.oauthClientSecret,
    redirectUris: [REDIRECT_URI],
  });
  const { encryptionKeyId, encryptionKey } = secrets;
  const connections = await createConnections({
    databaseUrl: postgres.url,
    cipher: createEnvelopeCipher({
      keyProvider: createStaticKeyProvider({
        currentKeyId: encryptionKeyId,
        keys: { [encryptionKeyId]: encryptionKey },
      }),
    }),
    app: { clientId: secrets.oauthClientId, clientSecret: secrets.oauthClientSecret, redirectUri: REDIRECT_URI },
    allowedLoginHosts: [emulator.url],
  });
  try {
    const connection = await connectUser({
      connections,
      customerId: CUSTOMER_ID,
      loginUrl: emulator.url,
      user: emulator.admin,
    });
    return connection.id;
  } finally {
    await connections.close();
  }
}

function workerEnvironment({ postgres, temporal, emulator }: LocalStack, secrets: Secrets): Record<string, string> {
  return {
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    DATABASE_URL: postgres.url,
    UMAN_ENCRYPTION_KEYS: `${secrets.encryptionKeyId}:${secrets.encryptionKey}`,
    UMAN_ENCRYPTION_CURRENT_KEY_ID: secrets.encryptionKeyId,
    UMAN_OAUTH_CLIENT_ID: secrets.oauthClientId,
    UMAN_OAUTH_CLIENT_SECRET: secrets.oauthClientSecret,
    UMAN_OAUTH_REDIRECT_URI: REDIRECT_URI,
    UMAN_ALLOWED_LOGIN_HOSTS: emulator.url,
  };
}
