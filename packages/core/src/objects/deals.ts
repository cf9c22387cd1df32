import type { DealDetails } from '../deals/deal-details.ts';
import type { CreateFields, UpdateFields } from '../fields/record-fields.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ObjectClient } from './object-client.ts';

/** What a deal (Opportunity) is created with. `StageName` is the API value of the stage. */
export type DealFields = CreateFields<'Opportunity'>;

export interface CreateDealOptions extends RequestOptions {
  /** Record type, by developer name or id. @default the user's default record type */
  readonly pipeline?: string;
}

export interface Deals extends ObjectClient<DealFields, UpdateFields<'Opportunity'>> {
  /** With a pipeline by name it is still one API call. No such record type: PipelineNotFoundError. */
  create(fields: DealFields, options?: CreateDealOptions): Promise<{ readonly id: string }>;
  /**
   * A deal with its stage and what that means in its pipeline, account, owner, contacts with roles, products, the time it
   * spent in each stage, and notes. One API call.
   *
   * @throws RecordNotFoundError where there is no such deal, or the user may not see it
   */
  details(id: string, options?: RequestOptions): Promise<DealDetails>;
}
