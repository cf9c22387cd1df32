/** One budget of API requests, over the last 24 hours. */
export interface ApiBudget {
  readonly used: number;
  readonly limit: number;
}

/** What an org last said about the use of its API, in the `Sforce-Limit-Info` header of an answer. */
export interface ApiUsage {
  /** All requests of the org. */
  readonly org: ApiBudget;
  /** The share given to the app that is calling; undefined where the org sets none. */
  readonly app: (ApiBudget & { readonly name: string }) | undefined;
  /** When the answer came that said so, e.g. `2026-11-23T22:12:00.000Z`. */
  readonly at: string;
}

/**
 * Reads `api-usage=18/5000; per-app-api-usage=17/250(appName=sample-app)`; undefined for anything else.
 * Source: REST API guide, Limit Info Header.
 */
export function parseApiUsage(header: string | undefined, at: Date): ApiUsage | undefined {
  if (header === undefined) return undefined;
  const org = /(?:^|[;,\s])api-usage=(\d+)\/(\d+)/.exec(header);
  if (org === null) return undefined;
  const app = /per-app-api-usage=(\d+)\/(\d+)\(appName=([^)]*)\)/.exec(header);
  return {
    org: { used: Number(org[1]), limit: Number(org[2]) },
    app: app === null ? undefined : { used: Number(app[1]), limit: Number(app[2]), name: app[3] ?? '' },
    at: at.toISOString(),
  };
}
