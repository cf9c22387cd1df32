import type { Org } from '../org/org.ts';
import type { ObjectBehavior } from './object-behavior.ts';

/** Who writes, and where. */
export interface DmlContext {
  readonly org: Org;
  readonly userId: string;
  /** What the object does beyond storing its fields. */
  readonly behaviorOf: (object: string) => ObjectBehavior | undefined;
}
