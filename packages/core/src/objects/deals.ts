import type { DealDetails } from '../deals/deal-details.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ObjectClient, OtherFields } from './object-client.ts';

/** A deal's fields (Opportunity): the standard ones by name and type, any other by its API name. */
export interface DealFields extends OtherFields {
  /** Required on create. */
  readonly Name?: string | null;
  /** API value of the stage. Required on create. */
  readonly StageName?: string | null;
  /** `YYYY-MM-DD`. Required on create. */
  readonly CloseDate?: string | null;
  readonly Amount?: number | null;
  /** Percent, 0–100. @default the stage's */
  readonly Probability?: number | null;
  readonly AccountId?: string | null;
  readonly RecordTypeId?: string;
  readonly OwnerId?: string;
}

export interface CreateDealOptions extends RequestOptions {
  /** Record type, by developer name or id. @default the user's default record type */
  readonly pipeline?: string;
}

export interface Deals extends ObjectClient<DealFields> {
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
