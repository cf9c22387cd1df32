// Connecting, and getting access tokens
export { createConnections } from './create-connections.ts';
export type { Connections, FinishConnectInput, StartConnectInput, StartedConnect } from './connections.ts';
export type { ConnectionsOptions, SalesforceApp } from './connections-options.ts';
export type { AccessToken } from './access-token.ts';
export type { Connection, ConnectionStatus, ReauthorizationReason } from './connection.ts';

// Failures
export { ConnectionsError } from './connections-error.ts';
export { ConnectionNotFoundError, ReauthorizationRequiredError } from './connection-errors.ts';
export {
  OAuthAccessDeniedError,
  OAuthHostNotAllowedError,
  OAuthOrgMismatchError,
  OAuthRejectedError,
  OAuthStateInvalidError,
  OAuthUnavailableError,
} from './oauth/oauth-errors.ts';
export type { HostPurpose, StateProblem } from './oauth/oauth-errors.ts';
