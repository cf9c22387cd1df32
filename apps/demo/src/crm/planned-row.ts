import type { WriteAccountInput, WriteDealInput } from '@uman/contracts';
import type { Blemish } from './blemish.ts';

/** A row of the CRM that becomes one write. */
export interface PlannedAccount {
  readonly kind: 'account';
  /** The row's own id: the account's name. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** The account that has to be written before it. */
  readonly parent: string | undefined;
  /** `ParentId` is filled in when the parent is written. */
  readonly input: WriteAccountInput;
}

export interface PlannedDeal {
  readonly kind: 'deal';
  /** The row's own id. */
  readonly id: string;
  readonly file: string;
  readonly line: number;
  /** The account that has to be written before it. */
  readonly account: string | undefined;
  /** `AccountId` is filled in when the account is written. */
  readonly input: WriteDealInput;
}

export type PlannedRow = PlannedAccount | PlannedDeal;

/** A row that cannot be written, and why. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly id: string;
  readonly reason: string;
}

/** What becomes of the export. Each row is planned or rejected; none is lost. */
export interface ImportPlan {
  /** Accounts, parents first. */
  readonly accounts: readonly PlannedAccount[];
  readonly deals: readonly PlannedDeal[];
  readonly rejected: readonly RejectedRow[];
  readonly blemishes: readonly Blemish[];
}
