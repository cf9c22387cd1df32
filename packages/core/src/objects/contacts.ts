import type { EnrichResult } from '../enrich/enrichment.ts';
import type { CreateFields, UpdateFields } from '../fields/record-fields.ts';
import type { ContactInsights } from '../insights/contact-insights.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ObjectClient } from './object-client.ts';
import type { ContactDetails, ContactDetailsOptions } from './contact-details.ts';

/** What a contact is created with. */
export type ContactFields = CreateFields<'Contact'>;

/** Where an org keeps the status of its contacts: there is no standard field for it. */
export interface ContactStatus {
  /** API name, e.g. `Status__c`. */
  readonly field: `${string}__c`;
  /** A value of that field. */
  readonly value: string;
}

export interface Contacts extends ObjectClient<ContactFields, UpdateFields<'Contact'>> {
  /** What was learned of people, in a note for each topic. */
  readonly insights: ContactInsights;
  /** Set the contact's status, guarded as `enrich`: nothing is written where it has that status already. */
  setStatus(id: string, status: ContactStatus, options?: RequestOptions): Promise<EnrichResult>;
  /**
   * A person with their account, deals, communication history and notes, in one API call. What the user may not see is named
   * in `hiddenFields` and `hiddenObjects`.
   * @throws RecordInvalidError before anything is sent for an id that is none of a contact, or options that cannot be;
   * RecordNotFoundError where there is no such contact, or the user may not see it
   */
  details(id: string, options?: ContactDetailsOptions): Promise<ContactDetails>;
}
