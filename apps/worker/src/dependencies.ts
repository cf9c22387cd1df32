import type { Connections } from '@uman/connections';
import { createMetadataCache, createOrgClient, type MetadataCache } from '@uman/core';
import type { ActivityDependencies } from './activities/index.ts';

export interface DependenciesOptions {
  readonly connections: Connections;
  /** Prefix of the package's names in the orgs: `uman` where it is installed, `''` where its source is deployed. @default 'uman' */
  readonly packageNamespace?: string;
  /** Longest wait for one answer of Salesforce, 300 at most. @default 120 */
  readonly requestTimeoutSeconds?: number;
  /** See `ActivityDependencies`. @default 600 */
  readonly longestRequestSeconds?: number;
}

/** The one place where connections and core meet: a connection's tokens, an org's client. */
export function createDependencies({
  connections,
  packageNamespace = 'uman',
  requestTimeoutSeconds = 120,
  longestRequestSeconds,
}: DependenciesOptions): ActivityDependencies {
  /** By connection: what a user sees of an org, so that it is asked once and not for each write. */
  const caches = new Map<string, MetadataCache>();
  const metadataOf = (connectionId: string): MetadataCache => {
    const cache = caches.get(connectionId) ?? createMetadataCache();
    caches.set(connectionId, cache);
    return cache;
  };

  return {
    ...(longestRequestSeconds !== undefined && { longestRequestSeconds }),
    async openOrg(connectionId) {
      let token = await connections.accessToken(connectionId);
      const client = createOrgClient({
        instanceUrl: token.instanceUrl,
        accessToken: async () => token.accessToken,
        packageNamespace,
        timeoutSeconds: requestTimeoutSeconds,
        metadata: metadataOf(connectionId),
      });
      const renew = async () => {
        token = await connections.refresh(connectionId, { rejectedGeneration: token.generation });
      };
      return { client, renew };
    },
  };
}
