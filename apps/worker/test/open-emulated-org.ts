import { createOrgClient } from '@uman/core';
import type { Emulator } from '@uman/emulator';
import type { ActivityDependencies } from '../src/index.ts';

export interface OpenEmulatedOrgOptions {
  /** Where API calls go. @default the emulated org itself */
  readonly instanceUrl?: string;
  /** @default 120 */
  readonly timeoutSeconds?: number;
  /** @default 600 */
  readonly longestRequestSeconds?: number;
}

/** Activities that reach an emulated org with a token issued for each attempt. */
export function openEmulatedOrg(emulator: Emulator, options: OpenEmulatedOrgOptions = {}): ActivityDependencies {
  const { timeoutSeconds, longestRequestSeconds } = options;
  return {
    ...(longestRequestSeconds !== undefined && { longestRequestSeconds }),
    openOrg: async () => {
      const { instanceUrl, accessToken } = emulator.issueSession();
      return {
        client: createOrgClient({
          instanceUrl: options.instanceUrl ?? instanceUrl,
          accessToken: async () => accessToken,
          ...(timeoutSeconds !== undefined && { timeoutSeconds }),
        }),
        renew: async () => {
          throw new Error('A token is issued for each attempt; none can expire');
        },
      };
    },
  };
}
