import type { AccountProfile, AccountProfileOptions } from './account-profile.ts';
import type { ObjectClient, OtherFields } from './object-client.ts';

/** An account's fields: the standard ones by name and type, any other by its API name. */
export interface AccountFields extends OtherFields {
  /** Required on create. */
  readonly Name?: string | null;
  readonly AnnualRevenue?: number | null;
  readonly NumberOfEmployees?: number | null;
  readonly Industry?: string | null;
  readonly Website?: string | null;
  readonly Phone?: string | null;
  readonly OwnerId?: string;
}

export interface Accounts extends ObjectClient<AccountFields> {
  /**
   * A company with its people, deals, interactions and notes, in one API call. What the user may not see is named in
   * `hiddenFields` and `hiddenObjects`.
   * @throws RecordInvalidError before anything is sent for an id that is none of an account, or options that cannot be;
   * RecordNotFoundError where there is no such account, or the user may not see it
   */
  profile(id: string, options?: AccountProfileOptions): Promise<AccountProfile>;
}
