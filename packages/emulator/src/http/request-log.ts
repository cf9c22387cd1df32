/** One request to the emulated API, as it was answered. Control requests are not logged. */
export interface LoggedRequest {
  readonly at: Date;
  readonly method: string;
  readonly path: string;
  /** Query string without its `?`; values of secrets are replaced by `…`. */
  readonly query: string;
  readonly status: number;
  /** It counted against the daily limit. */
  readonly apiCall: boolean;
  /** How many API calls it counted as, where that is more than one: the subrequests of a batch. */
  readonly apiCalls?: number;
  /** The answer was never sent: a fault closed the connection. */
  readonly dropped: boolean;
  /** The org that it was for; where nothing says which, the first one. */
  readonly orgId: string;
  readonly userId?: string;
  /** How many subrequests a composite had. */
  readonly subrequests?: number;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  readonly requests: () => readonly LoggedRequest[];
  /** API calls that counted against a daily limit since the start or the last `clear`, of one org or of all. */
  readonly apiCalls: (orgId?: string) => number;
  readonly clear: () => void;
}

const KEPT = 10_000;
const SECRETS = new Set([
  'access_token',
  'assertion',
  'client_secret',
  'code',
  'code_verifier',
  'login_ticket',
  'oauth_token',
  'password',
  'refresh_token',
  'token',
]);

/** Keeps the last 10,000 requests. */
export function createRequestLog(): RequestLog {
  let requests: LoggedRequest[] = [];
  const apiCalls = new Map<string, number>();

  return {
    add(request) {
      if (request.apiCall) apiCalls.set(request.orgId, (apiCalls.get(request.orgId) ?? 0) + (request.apiCalls ?? 1));
      requests.push({ ...request, query: withoutSecrets(request.query) });
      if (requests.length > KEPT * 2) requests = requests.slice(-KEPT);
    },
    requests: () => requests.slice(-KEPT),
    apiCalls: (orgId) =>
      orgId === undefined ? [...apiCalls.values()].reduce((sum, n) => sum + n, 0) : (apiCalls.get(orgId) ?? 0),
    clear() {
      requests = [];
      apiCalls.clear();
    },
  };
}

/** What the names of secrets have in common, and what could hide one. */
const MAY_HAVE_SECRETS = /token|code|secret|password|ticket|assertion|%[0-9a-f]{2}[^=&]*=/i;

function withoutSecrets(query: string): string {
  if (!MAY_HAVE_SECRETS.test(query)) return query;
  return query.replace(/(^|&)([^=&]+)=([^&]*)/g, (whole, separator: string, name: string) =>
    SECRETS.has(decoded(name)) ? `${separator}${name}=…` : whole,
  );
}

/** A name may be written as `%63ode`. */
function decoded(name: string): string {
  return [...new URLSearchParams(name).keys()][0] ?? name;
}
