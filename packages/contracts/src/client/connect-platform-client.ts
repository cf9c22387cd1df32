import { Client, Connection } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { createPlatformClient, type PlatformClient } from './platform-client.ts';

/**
 * Connects by Temporal's standard client configuration: `TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`,
 * `TEMPORAL_TLS_*` or a profile file. Without any of them: `localhost:7233`, namespace `default`.
 */
export async function connectPlatformClient(): Promise<PlatformClient> {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  const connection = await Connection.connect(connectionOptions);
  const client = new Client({ connection, ...(namespace !== undefined && { namespace }) });
  return { ...createPlatformClient({ client }), close: async () => await connection.close() };
}
