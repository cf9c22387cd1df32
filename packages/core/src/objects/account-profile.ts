import type { ContactSummary } from '../reads/account-contacts.ts';
import type { DealSummary } from '../reads/account-deals.ts';
import type { Interaction } from '../reads/activity.ts';
import type { DealTotals } from '../reads/deal-totals.ts';
import type { LinkedNote } from '../reads/linked-notes.ts';
import type { InteractionOptions } from '../reads/read-interactions.ts';
import type { RelatedRecord } from '../reads/related-record.ts';
import type { Section } from '../reads/section.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { SObjectRecord } from './object-client.ts';

export interface AccountProfileOptions extends RequestOptions {
  /**
   * Fields of the account: some by their API names, or `'all'` that the user may see.
   * @default the standard ones that say who the company is
   */
  readonly fields?: readonly string[] | 'all';
  /** How many contacts to give at once, 0–200. @default 50 */
  readonly contacts?: number;
  /** How many deals to give at once, open ones first, 0–200. @default 50 */
  readonly deals?: number;
  /** How many notes to give at once, 0–200. @default 20 */
  readonly notes?: number;
  readonly interactions?: InteractionOptions;
}

/** A company as a salesperson knows it, in one API call. */
export interface AccountProfile {
  /** The chosen fields by API name, and `Id`; those that the user may not see are named in `hiddenFields`. */
  readonly record: SObjectRecord;
  readonly parent: RelatedRecord | null | undefined;
  readonly owner: RelatedRecord | null | undefined;
  /** By name. */
  readonly contacts: Section<ContactSummary>;
  /** Open ones first, each by close date, newest first. */
  readonly deals: Section<DealSummary>;
  /** Undefined where the user may not see deals. */
  readonly totals: DealTotals | undefined;
  /**
   * Tasks and events of the account, its contacts and its deals, and emails about the account, in one time line. Emails
   * about its contacts and deals are in it as the tasks that Salesforce keeps beside them.
   */
  readonly interactions: Section<Interaction>;
  /** Newest first. */
  readonly notes: Section<LinkedNote>;
  /** What was asked for and is not there for this user, as `Object.Field`: hidden, or no field of the object. */
  readonly hiddenFields: readonly string[];
  /** Objects that are not there for this user, e.g. `EmailMessage`. */
  readonly hiddenObjects: readonly string[];
  /** 1, unless the org had to be asked what the user may see, which it then remembers. */
  readonly apiCalls: number;
}
