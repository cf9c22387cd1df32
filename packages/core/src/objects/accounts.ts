import type { CreateFields, UpdateFields } from '../fields/record-fields.ts';
import type { AccountProfile, AccountProfileOptions } from './account-profile.ts';
import type { ObjectClient } from './object-client.ts';

/** What an account is created with. */
export type AccountFields = CreateFields<'Account'>;

export interface Accounts extends ObjectClient<AccountFields, UpdateFields<'Account'>> {
  /**
   * A company with its people, deals, interactions and notes, in one API call. What the user may not see is named in
   * `hiddenFields` and `hiddenObjects`.
   * @throws RecordInvalidError before anything is sent for an id that is none of an account, or options that cannot be;
   * RecordNotFoundError where there is no such account, or the user may not see it
   */
  profile(id: string, options?: AccountProfileOptions): Promise<AccountProfile>;
}
