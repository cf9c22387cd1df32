import type { MetadataCache } from './metadata/metadata-cache.ts';
import type { Wait } from './transport/wait.ts';

export interface OrgClientOptions {
  /** Where API calls go; from the token response, never typed by hand. */
  readonly instanceUrl: string;
  /** Asked before each request, so that a refreshed token is used at once. */
  readonly accessToken: () => Promise<string>;
  /** @default '66.0' */
  readonly apiVersion?: string;
  /** Prefix of the package's names: `''` where its source was deployed instead of installed. @default 'uman' */
  readonly packageNamespace?: string;
  /** Longest wait for a whole answer. Salesforce itself gives up after 10 minutes. @default 120 */
  readonly timeoutSeconds?: number;
  /** What the org has said about itself before; give the same one to all clients of one org and user. @default a new one */
  readonly metadata?: MetadataCache;
  /** Lets time pass on the org's clock; a test moves a clock of its own. @default a timer */
  readonly wait?: Wait;
}
