import type { ContactRoles } from '../contact-roles/contact-roles.ts';
import type { DealDetails } from '../deals/deal-details.ts';
import type { ProgressionPlan } from '../deals/plan-progression.ts';
import type { Progression, ProgressionLogged } from '../deals/progression.ts';
import type { StageMovePlan } from '../deals/plan-stage-move.ts';
import type { StageMoved, StageMoveTo } from '../deals/stage-move-options.ts';
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
  /** Who takes part in deals: read, added, changed, made primary, removed. */
  readonly contactRoles: ContactRoles;
  /** What `moveStage` will read and write, for `explainPlan`; no request is made. Its errors before sending are the same. */
  planStageMove(id: string, move: StageMoveTo): StageMovePlan;
  /**
   * Moves a deal to a stage of its own pipeline, and says what that means there: forwards or backwards, what it skips,
   * whether it closes the deal or opens it again. Two API calls, one where the deal is there already, one more for the first
   * lost reason; more while others write to the deal, and up to three seconds of waiting for one that was changed just now.
   * A stage that somebody else gives the deal meanwhile is never overwritten.
   *
   * @throws RecordInvalidError with all problems: a stage that the pipeline does not have (with `allowed`, those that it
   *   has), a deal that is not in `from`, a lost reason that is missing or not offered, a move that somebody else made
   *   meanwhile. Nothing was written
   * @throws RecordLockedError when others keep changing the deal; nothing was written
   */
  moveStage(id: string, move: StageMoveTo & RequestOptions): Promise<StageMoved>;
  /** What `logProgression` will read and write, for `explainPlan`; no request is made. Its errors before sending are the same. */
  planProgression(id: string, progression: Progression): ProgressionPlan;
  /**
   * Moves a deal as `moveStage` does, with a completed Task that tells from where to where and why, and a note if there is
   * one: one request, all or nothing, exactly once under its key. Sent again, it answers what it came to. Two API calls, one
   * where it is written already.
   *
   * @throws RecordInvalidError as `moveStage`
   * @throws WriteAlreadyAppliedError where the key stands for something else; nothing was written
   * @throws LedgerUnavailableError without the package
   */
  logProgression(id: string, progression: Progression & RequestOptions): Promise<ProgressionLogged>;
}
