import type { DealRole } from '../contact-roles/deal-role.ts';
import type { SObjectRecord } from '../objects/object-client.ts';
import type { DealStage } from '../pipelines/stage-in-pipeline.ts';
import type { PipelineOfDeal } from './pipeline-of-deal.ts';
import type { StageTimes } from './time-in-stages.ts';

/** A record that a deal belongs to. */
export interface DealParent {
  /** 18 characters. */
  readonly id: string;
  readonly name: string;
}

/** A product of a deal (OpportunityLineItem). A value that the user may not see is undefined. */
export interface DealProduct {
  readonly id: string;
  readonly name: string | null | undefined;
  readonly productId: string | null | undefined;
  readonly quantity: number | null | undefined;
  /** In the deal's currency. */
  readonly unitPrice: number | null | undefined;
  /** In the deal's currency. */
  readonly totalPrice: number | null | undefined;
}

/** A note that is linked to a deal, without its text. */
export interface DealNote {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly lastModifiedAt: string;
}

/** A deal with all that belongs to it. A part that the user may not see is undefined and stands in `notVisible`. */
export interface DealDetails {
  /** Every field that the user may see, by API name. */
  readonly record: SObjectRecord;
  /** What the deal's stage means in its own pipeline. */
  readonly stage: DealStage;
  readonly pipeline: PipelineOfDeal;
  /** Null without one; undefined where the user may not see it. */
  readonly amount: number | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly closeDate: string;
  /** Null without one, or where the user may not see it. */
  readonly account: DealParent | null;
  readonly owner: DealParent | null;
  /** The primary one first. */
  readonly roles: readonly DealRole[] | undefined;
  readonly products: readonly DealProduct[] | undefined;
  /** From OpportunityHistory; undefined where the user may not see it. */
  readonly stageHistory: StageTimes | undefined;
  /** Newest first. */
  readonly notes: readonly DealNote[] | undefined;
  /** Lists of which only the first page (2,000 rows) is here. */
  readonly truncated: readonly ('roles' | 'products' | 'stageHistory' | 'notes')[];
  /** API names of standard fields of Opportunity that this user may not see. */
  readonly hiddenFields: readonly string[];
  /** API names of objects that this user may not see. */
  readonly notVisible: readonly string[];
  readonly apiCalls: number;
}
