import { inspect } from 'node:util';

/**
 * An access token and where to use it. `accessToken` can be read and destructured, but does not show in JSON, logs,
 * spreads or comparisons.
 */
export interface AccessToken {
  readonly accessToken: string;
  readonly instanceUrl: string;
  /** Counts the tokens of this connection; hand it to `refresh` when Salesforce rejects the token. */
  readonly generation: number;
}

/** Builds an {@link AccessToken} whose secret stays out of everything that enumerates. */
export function createAccessToken(options: AccessToken): AccessToken {
  const { accessToken, instanceUrl, generation } = options;
  const visible = { instanceUrl, generation };
  const token = Object.defineProperties({ ...visible } as AccessToken, {
    accessToken: { value: accessToken, enumerable: false },
    toJSON: { value: () => visible, enumerable: false },
    [inspect.custom]: { value: () => ({ ...visible, accessToken: '[hidden]' }), enumerable: false },
  });
  return Object.freeze(token);
}
