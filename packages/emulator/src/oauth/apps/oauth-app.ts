/** How long refresh tokens of an app live. Source: Metadata API guide, ConnectedAppOauthPolicy `refreshTokenPolicy`. */
export type RefreshTokenPolicy =
  | { readonly type: 'infinite' }
  /** Dead as soon as they are issued. */
  | { readonly type: 'zero' }
  /** Dead this many seconds after the user approved the app. */
  | { readonly type: 'lifetime'; readonly seconds: number }
  /** Dead after this many seconds without use. */
  | { readonly type: 'inactivity'; readonly seconds: number };

/** What an administrator and a developer set up of an app. */
export interface AppSettings {
  readonly name: string;
  /** @default 'connectedApp' */
  readonly kind: 'connectedApp' | 'externalClientApp';
  /** Callback URLs; compared character by character. */
  readonly redirectUris: readonly string[];
  /** Scopes the app may ask for. @default ['openid', 'api', 'refresh_token'] */
  readonly scopes: readonly string[];
  /** Installed in this org. An app that is not may only be approved by users with Approve Uninstalled Connected Apps. @default true */
  readonly installed: boolean;
  /** Blocked by an administrator. @default false */
  readonly blocked: boolean;
  /** @default 'selfAuthorize' */
  readonly permittedUsers: 'selfAuthorize' | 'adminApproved';
  /** With `adminApproved`: names or ids of profiles and permission sets whose users are pre-authorized. @default [] */
  readonly approvedProfiles: readonly string[];
  readonly approvedPermissionSets: readonly string[];
  /** @default true */
  readonly pkceRequired: boolean;
  /** @default true */
  readonly secretRequiredForWebServerFlow: boolean;
  /** @default true */
  readonly secretRequiredForRefresh: boolean;
  /** Each refresh hands out a new refresh token; reuse of an old one ends the family. @default true */
  readonly refreshTokenRotation: boolean;
  /** @default { type: 'infinite' } */
  readonly refreshTokenPolicy: RefreshTokenPolicy;
  /** A refresh token that was not used for 30 days is dead, whatever the policy. @default false */
  readonly idleRefreshTokenLimit: boolean;
  /** Addresses (`10.0.0.1`, `10.0.0.0/8`, `10.0.0.1-10.0.0.9`) that refresh tokens may be used from. @default []: any */
  readonly refreshTokenAddresses: readonly string[];
  /** May introspect tokens of other apps. @default false */
  readonly introspectsAllTokens: boolean;
  /** PEM certificate or public key for the JWT bearer flow and `private_key_jwt`. @default none */
  readonly certificate?: string;
  /** Username that the client credentials flow runs as. @default none: the flow is off */
  readonly clientCredentialsUser?: string;
  /** API name of the metadata that it came from. @default none */
  readonly developerName?: string;
}

/** A connected app or external client app as this org knows it. */
export interface OAuthApp extends AppSettings {
  readonly clientId: string;
  /** Kept as it is, since the `signature` of each token response is an HMAC with it. */
  readonly clientSecret: string;
}

/** An app to register; what is left out keeps its default. */
export interface RegisterAppOptions extends Partial<AppSettings> {
  readonly name: string;
  /** @default a new one, `3MVG9…` */
  readonly clientId?: string;
  /** @default the known one of this client id, or a new one */
  readonly clientSecret?: string;
  readonly redirectUris: readonly string[];
}

export const defaultAppSettings = {
  kind: 'connectedApp',
  scopes: ['openid', 'api', 'refresh_token'],
  installed: true,
  blocked: false,
  permittedUsers: 'selfAuthorize',
  approvedProfiles: [],
  approvedPermissionSets: [],
  pkceRequired: true,
  secretRequiredForWebServerFlow: true,
  secretRequiredForRefresh: true,
  refreshTokenRotation: true,
  refreshTokenPolicy: { type: 'infinite' },
  idleRefreshTokenLimit: false,
  refreshTokenAddresses: [],
  introspectsAllTokens: false,
} satisfies Partial<AppSettings>;
