import type { ObjectClient, OtherFields } from './object-client.ts';

/** A contact's fields: the standard ones by name and type, any other by its API name. */
export interface ContactFields extends OtherFields {
  readonly FirstName?: string | null;
  /** Required on create. */
  readonly LastName?: string | null;
  readonly AccountId?: string | null;
  readonly Email?: string | null;
  readonly Phone?: string | null;
  readonly Title?: string | null;
  /** `YYYY-MM-DD`. */
  readonly Birthdate?: string | null;
  readonly OwnerId?: string;
}

export type Contacts = ObjectClient<ContactFields>;
