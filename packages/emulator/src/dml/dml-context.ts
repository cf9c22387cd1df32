import type { Org } from '../org/org.ts';
import type { OrgSchema } from '../schema/object-definition.ts';
import type { DuplicateRuleOptions } from '../rules/duplicates/duplicate-rule-header.ts';
import type { ObjectBehavior } from './object-behavior.ts';

/** Who writes, and where. */
export interface DmlContext {
  readonly org: Org;
  readonly userId: string;
  /** What this user can see and write. Checks and behaviour of the org's own look at `org.schema` instead. */
  readonly schema: OrgSchema;
  /** What the object does beyond storing its fields. */
  readonly behaviorOf: (object: string) => ObjectBehavior | undefined;
  /** What the client said about duplicates. @default nothing: a duplicate that a rule warns of is not saved */
  readonly duplicateRules?: DuplicateRuleOptions;
}
