import type { LedgerEntry } from './ledger/ledger-entry.ts';
import type { Accounts } from './objects/accounts.ts';
import type { Contacts } from './objects/contacts.ts';
import type { CustomObjects } from './objects/custom-objects.ts';
import type { Deals } from './objects/deals.ts';
import type { Notes } from './objects/notes.ts';
import type { RecordWrite } from './plan/record-write.ts';
import type { WritePlan } from './plan/write-plan.ts';
import type { WriteResult } from './send/write-result.ts';
import type { LimitInfo } from './transport/limit-info.ts';
import type { RequestOptions } from './transport/request-options.ts';

/** Everything this package does in one org, as one user. */
export interface OrgClient {
  readonly accounts: Accounts;
  readonly contacts: Contacts;
  readonly deals: Deals;
  readonly customObjects: CustomObjects;
  readonly notes: Notes;
  readonly writes: Writes;
  readonly ledger: Ledger;
  /** Requests sent so far that count against the org's API limits. */
  readonly apiCalls: number;
  /** What the org last said about its API usage; undefined before the first answer. */
  readonly limitInfo: LimitInfo | undefined;
}

export interface Writes {
  /** Compile a write. No request is made. Throws PlanInvalidError, PlanTooLargeError or NoteHtmlNotAllowedError. */
  plan(write: RecordWrite): WritePlan;
  /** Apply a compiled write, all or nothing. */
  send(plan: WritePlan, options?: RequestOptions): Promise<WriteResult>;
}

export interface Ledger {
  /** The row of a write by `<connectionId>/<key>` (WritePlan.ledgerKey); undefined: it was not applied. */
  find(ledgerKey: string, options?: RequestOptions): Promise<LedgerEntry | undefined>;
}
