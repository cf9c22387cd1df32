import type { RequestOptions } from '../transport/request-options.ts';
import type { ApiUsage } from './api-usage.ts';
import type { OrgLimits } from './org-limits.ts';

/** How much of the org there is left. */
export interface Limits {
  /**
   * What the org said about the use of its API in the last answer that said so, refusals included; undefined before the
   * first one. Costs nothing.
   */
  readonly apiUsage: ApiUsage | undefined;
  /**
   * Every limit of the org with what is left of it. One API call. An AccessDeniedError where the user lacks the permission
   * "View Setup and Configuration". Source: REST API guide, Limits.
   */
  read(options?: RequestOptions): Promise<OrgLimits>;
}
