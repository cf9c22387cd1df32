import type { Org } from '../org/org.ts';

/** Who writes, and where. */
export interface DmlContext {
  readonly org: Org;
  readonly userId: string;
}
