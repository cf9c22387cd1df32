import type { FixedBy } from '../salesforce-error.ts';
import type { CodeKind } from './code-kinds.ts';
import type { SetupPlace } from './setup-places.ts';

/** ErrorCodes that mean the same for whoever sent the request. */
export interface CodeGroup {
  readonly kind: CodeKind;
  readonly fixedBy: FixedBy;
  /** The next step in one sentence, which says who takes it. */
  readonly remedy: string;
  /** Where an administrator takes it. */
  readonly setup?: SetupPlace;
  /** Salesforce's text repeats the value that was refused. @default false */
  readonly repeatsValue?: boolean;
  /** Separated by white space. */
  readonly codes: string;
}
