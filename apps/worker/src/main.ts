import { NativeConnection, Runtime } from '@temporalio/worker';
import { createConnections } from '@uman/connections';
import { createEnvelopeCipher } from '@uman/encryption';
import { readConfig } from './config.ts';
import { createDependencies } from './dependencies.ts';
import { createUmanWorker } from './worker.ts';
import { loadWorkflowBundle } from './workflow-bundle.ts';

async function main(): Promise<void> {
  const config = readConfig();
  // Signals are handled here, so that the database is closed after the last activity.
  Runtime.install({ shutdownSignals: [] });
  // Three things that do not need each other; from sources, the bundle takes longest.
  const [workflowBundle, connections, connection] = await Promise.all([
    loadWorkflowBundle(),
    createConnections({
      databaseUrl: config.databaseUrl,
      cipher: createEnvelopeCipher({ keyProvider: config.keyProvider }),
      app: config.oauthApp,
      allowedLoginHosts: config.allowedLoginHosts,
    }),
    NativeConnection.connect(config.temporal.connectionOptions),
  ]);
  try {
    const worker = await createUmanWorker({
      connection,
      workflowBundle,
      ...(config.temporal.namespace !== undefined && { namespace: config.temporal.namespace }),
      dependencies: createDependencies({
        connections,
        packageNamespace: config.packageNamespace,
        requestTimeoutSeconds: config.requestTimeoutSeconds,
        longestRequestSeconds: config.longestRequestSeconds,
      }),
      maxConcurrentWrites: config.maxConcurrentWrites,
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
      });
    }
    console.log(`uman worker ready: task queue ${worker.options.taskQueue}, pid ${process.pid}`);
    await worker.run();
  } finally {
    await connection.close();
    await connections.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error && 'code' in error ? error.message : error);
  process.exit(1);
});
