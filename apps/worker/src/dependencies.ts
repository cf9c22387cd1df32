import type { Connections } from '@uman/connections';
import { createOrgClient } from '@uman/core';
import type { ActivityDependencies } from './activities/index.ts';

export interface DependenciesOptions {
  readonly connections: Connections;
  /** Prefix of the package's names in the orgs: `uman` where it is installed, `''` where its source is deployed. @default 'uman' */
  readonly packageNamespace?: string;
}

/** The one place where connections and core meet: a connection's tokens, an org's client. */
export function createDependencies({
  connections,
  packageNamespace = 'uman',
}: DependenciesOptions): ActivityDependencies {
  return {
    async openOrg(connectionId) {
      let token = await connections.accessToken(connectionId);
      const client = createOrgClient({
        instanceUrl: token.instanceUrl,
        accessToken: async () => token.accessToken,
        packageNamespace,
      });
      const renew = async () => {
        token = await connections.refresh(connectionId, { rejectedGeneration: token.generation });
      };
      return { client, renew };
    },
  };
}
