/** How two records are found to be the same. */
export interface MatchingRule {
  readonly object: string;
  readonly name: string;
  /** e.g. `1 AND (2 OR 3)`; all of them without it. */
  readonly logic?: string | undefined;
  readonly items: readonly {
    readonly field: string;
    /** Only `Exact` is emulated. */
    readonly method: string;
    /** Two blanks are the same. */
    readonly matchBlanks: boolean;
  }[];
  readonly isActive: boolean;
}

export type DuplicateAction = 'Allow' | 'Block';

/** What happens to a record that another one is the same as. */
export interface DuplicateRule {
  readonly object: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly sortOrder: number;
  readonly onInsert: DuplicateAction;
  readonly onUpdate: DuplicateAction;
  /** Whether an allowed duplicate is warned of, which stops it unless the client insists. */
  readonly alertsOnInsert: boolean;
  readonly alertsOnUpdate: boolean;
  readonly alertText: string;
  /** Records are compared that the user may not read, too. @default false */
  readonly bypassesSharing?: boolean | undefined;
  readonly matches: readonly {
    readonly object: string;
    readonly rule: string;
    /** Fields of the written record by the matched object's, where that is another one. */
    readonly mapping?: Readonly<Record<string, string>> | undefined;
  }[];
}
