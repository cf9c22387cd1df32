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

export type Accounts = ObjectClient<AccountFields>;
