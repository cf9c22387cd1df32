import type { UpdateFields } from '../fields/record-fields.ts';
import type { LegalStageMove } from '../pipelines/stage-move.ts';
import type { Stage } from '../pipelines/pipeline.ts';
import type { PipelineName } from '../pipelines/compare-pipelines.ts';
import type { DealStage } from '../pipelines/stage-in-pipeline.ts';

/** Further fields that are changed with the stage, e.g. `CloseDate`; the stage and its lost reason have places of their own. */
export type FieldsBesideStage = Omit<UpdateFields<'Opportunity'>, 'StageName'>;

/** Where this org keeps why deals are lost, and why this one is. */
export interface LostReason {
  /** API name of a field of Opportunity, e.g. `Loss_Reason__c`. */
  readonly field: string;
  /** Of a picklist: one of the values that the deal's pipeline offers. @default what the field holds already */
  readonly value?: string | undefined;
}

/** Where a deal is moved to. */
export interface StageMoveTo {
  /** API value of a stage of the deal's own pipeline. */
  readonly to: string;
  /** The stage that the deal was seen in: in another one it is not moved. @default whatever it is in */
  readonly from?: string | undefined;
  /** Asked of moves that lose the deal, and of no other. @default the org is not asked for a reason */
  readonly lostReason?: LostReason | undefined;
  readonly fields?: FieldsBesideStage | undefined;
}

/** What a move means in the deal's pipeline. */
export type StageMoveMeaning = Pick<LegalStageMove, 'direction' | 'effect' | 'skips'>;

export interface StageMoved extends StageMoveMeaning {
  /** 18 characters, of the deal. */
  readonly id: string;
  /** False where the deal was in the stage already and there was nothing else to change: nothing was written. */
  readonly moved: boolean;
  readonly from: DealStage;
  readonly to: Stage;
  readonly pipeline: PipelineName;
  /** How often it was read again, since someone else had changed the deal meanwhile or a moment before. */
  readonly decidedAgain: number;
  readonly apiCalls: number;
}
