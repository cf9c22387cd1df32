import type { Interaction } from '../reads/activity.ts';
import type { DealOfContact } from '../reads/contact-deals.ts';
import type { LinkedNote } from '../reads/linked-notes.ts';
import type { InteractionOptions } from '../reads/read-interactions.ts';
import type { RelatedRecord } from '../reads/related-record.ts';
import type { Section } from '../reads/section.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { SObjectRecord } from './object-client.ts';

export interface ContactDetailsOptions extends RequestOptions {
  /**
   * Fields of the contact: some by their API names, or `'all'` that the user may see.
   * @default the standard ones that say who the person is and how to reach them
   */
  readonly fields?: readonly string[] | 'all';
  /** How many deals to give at once, 0–200. @default 50 */
  readonly deals?: number;
  /** How many notes to give at once, 0–200. @default 20 */
  readonly notes?: number;
  readonly interactions?: InteractionOptions;
}

/** A person as a salesperson knows them, in one API call. */
export interface ContactDetails {
  /** The chosen fields by API name, and `Id`; those that the user may not see are named in `hiddenFields`. */
  readonly record: SObjectRecord;
  readonly account: RelatedRecord | null | undefined;
  /** Whom they report to. */
  readonly reportsTo: RelatedRecord | null | undefined;
  readonly owner: RelatedRecord | null | undefined;
  /** The deals in which they have a role, the latest role first. */
  readonly deals: Section<DealOfContact>;
  /** Tasks and events with them, and emails from and to them, in one time line. */
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
