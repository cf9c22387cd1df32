/** One budget of API requests. */
export interface ApiUsage {
  readonly used: number;
  readonly limit: number;
}

/** What the `Sforce-Limit-Info` header says. */
export interface LimitInfo {
  /** The org's daily API requests. */
  readonly org: ApiUsage;
  /** The share given to the app that is calling; undefined where the org sets none. */
  readonly app: (ApiUsage & { readonly name: string }) | undefined;
}

/**
 * Reads `api-usage=18/5000; per-app-api-usage=17/250(appName=sample-app)`.
 * Source: REST API guide, Limit Info Header.
 */
export function parseLimitInfo(header: string): LimitInfo | undefined {
  const org = /(?:^|[;,\s])api-usage=(\d+)\/(\d+)/.exec(header);
  if (org === null) return undefined;
  const app = /per-app-api-usage=(\d+)\/(\d+)\(appName=([^)]*)\)/.exec(header);
  return {
    org: { used: Number(org[1]), limit: Number(org[2]) },
    app: app === null ? undefined : { used: Number(app[1]), limit: Number(app[2]), name: app[3] ?? '' },
  };
}
