import type { Connections } from '@uman/connections';
import { createOrgClient, createOrgMemory, type OrgMemory } from '@uman/core';
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
  const memories = new Map<string, OrgMemory>();
  const memoryOf = (connectionId: string): OrgMemory => {
    const memory = memories.get(connectionId) ?? createOrgMemory();
    memories.set(connectionId, memory);
    return memory;
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
        memory: memoryOf(connectionId),
      });
      const renew = async () => {
        token = await connections.refresh(connectionId, { rejectedGeneration: token.generation });
      };
      return { client, renew };
    },
  };
}
