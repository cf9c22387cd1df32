import { parseApiVersion } from '../http/api-versions.ts';
import { resourceNotFound } from '../http/resource-not-found.ts';
import type { BodyKind } from '../http/read-body.ts';
import type { OrgHost } from '../host/org-host.ts';
import type { LoginHost } from '../oauth/login-host.ts';
import type { Org } from '../org/org.ts';
import type { OrgSchema } from '../schema/object-definition.ts';
import type { OrgSession } from '../org/org-session.ts';
import type { UserAccess } from '../access/user-access.ts';

/** A request as an operation sees it: over HTTP, or as a subrequest of a composite. */
export interface OperationRequest {
  readonly method: string;
  /** Without query string, leading slashes collapsed. */
  readonly path: string;
  /** Named parts of the path, URL-decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON, or the parsed form as a plain object, or undefined without a body. */
  readonly body: unknown;
  /** The login host that it was sent to; undefined at the address of the orgs. */
  readonly loginHost?: LoginHost | undefined;
}

export interface OperationResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or Buffer is sent as it is, with the `content-type` that `headers` names; undefined: no body. */
  readonly body?: unknown;
  /** How many subrequests a composite had, for the request log; not sent. */
  readonly subrequests?: number;
  /** API calls that it counts as, of which the first was counted before it ran; not sent. @default 1 */
  readonly apiCalls?: number;
}

/** What runs other operations: `/composite` and its graphs, or a batch. */
export type Dispatcher = 'composite' | 'batch';

export interface OperationContext {
  /** The org of the access token; without one, the org that the `Host` header names, else the first of the host. */
  readonly org: Org;
  /** All orgs of this process: to find the one that a username or a token in a body belongs to. */
  readonly host: OrgHost;
  /** The caller; present unless the operation is `public`. */
  readonly session: OrgSession | undefined;
  /** What the caller may do; present unless the operation is `public`. */
  readonly access: UserAccess | undefined;
  /** What the caller can see of the org's schema: whatever a request names is looked up here. All of it where nobody calls. */
  readonly schema: OrgSchema;
  readonly request: OperationRequest;
  /** What runs it as a part of its own; undefined for a request by itself. */
  readonly dispatchedBy?: Dispatcher | undefined;
  /** Run another operation in the same transaction. @param by @default 'composite' */
  dispatch(request: Omit<OperationRequest, 'params'>, by?: Dispatcher): OperationResponse;
}

/**
 * How sure an operation's behaviour is; an operation names every kind that one of its parts rests on.
 * - `recorded`: real traffic
 * - `documented`: Salesforce's own documentation
 * - `client`: the source of a client that depends on it, or a client seen working with it
 * - `practitioner`: logs, error reports and code of people who use it
 * - `unverified`: a part is believed without a source; the operation's `source` says which
 */
export const evidenceKinds = ['recorded', 'documented', 'client', 'practitioner', 'unverified'] as const;
export type Evidence = (typeof evidenceKinds)[number];

/** What one call is believed by, where an endpoint has several. */
export interface CallEvidence {
  /** e.g. `checkDeployStatus` */
  readonly name: string;
  /** What kinds of source it rests on. At least one. */
  readonly evidence: readonly Evidence[];
  /** Where its behaviour is known from. */
  readonly source: string;
}

/**
 * One endpoint of Salesforce's API that this emulator has. One operation = one file, its test, and the source it is
 * believed by. What has no operation answers `501 NOT_EMULATED <method> <path>`.
 */
export interface Operation {
  /** As Salesforce's documentation calls it, e.g. `sObject Rows by External ID: upsert`. */
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD';
  /** A find-my-way pattern, e.g. `/services/data/:version/sobjects/:object/:id`. */
  readonly path: string;
  /** The API version that it came with; for earlier ones it is not there. */
  readonly since?: number;
  /** What kinds of source it rests on. At least one. */
  readonly evidence: readonly Evidence[];
  /** Where this behaviour is known from: recorded traffic, a page of the documentation, a client that depends on it. */
  readonly source: string;
  /** An endpoint whose bodies say what is called: each call with its own evidence. @default it is one call */
  readonly calls?: readonly CallEvidence[];
  /** No session is asked for (OAuth endpoints, `/services/data`). @default false */
  readonly public?: boolean;
  /** Counts against the daily API request limit and answers with `Sforce-Limit-Info`. @default true for `/services/data/v…` */
  readonly countsAsApiCall?: boolean;
  /** What its body is sent as. @default 'json' */
  readonly takes?: BodyKind;
  /** May run as a subrequest of `/composite`. @default false */
  readonly composable?: boolean;
  /** May run as a subrequest of `/composite/batch`. @default as `composable` */
  readonly batchable?: boolean;
  handle(context: OperationContext): OperationResponse | Promise<OperationResponse>;
}

export function defineOperation(operation: Operation): Operation {
  const { since } = operation;
  if (since === undefined) return operation;
  return {
    ...operation,
    handle(context) {
      const version = parseApiVersion(context.request.params['version'] ?? '');
      if (Number(version) < since) throw resourceNotFound();
      return operation.handle(context);
    },
  };
}
