import { z } from 'zod';
import type { StageOutcome } from './pipeline.ts';

/** A stage of the org, whatever pipelines have it; retired ones too, since deals may still be in them. */
export interface OrgStage {
  readonly value: string;
  /** In the org's language. */
  readonly label: string;
  readonly sortOrder: number;
  readonly isActive: boolean;
  readonly outcome: StageOutcome;
  /** Percent, 0–100. */
  readonly probability: number | null;
  readonly forecastCategory: string | null;
}

/** What to select. Source: Object Reference, OpportunityStage; the user needs no permission to read it. */
export const ORG_STAGE_FIELDS = [
  'ApiName',
  'MasterLabel',
  'SortOrder',
  'IsActive',
  'IsClosed',
  'IsWon',
  'DefaultProbability',
  'ForecastCategory',
] as const;

export const orgStageSchema = z
  .looseObject({
    ApiName: z.string().min(1),
    MasterLabel: z.string(),
    SortOrder: z.number().nullable(),
    IsActive: z.boolean(),
    IsClosed: z.boolean(),
    IsWon: z.boolean(),
    DefaultProbability: z.number().nullable(),
    ForecastCategory: z.string().nullable(),
  })
  .transform((row): OrgStage => ({
    value: row.ApiName,
    label: row.MasterLabel,
    // Not contiguous, and numbered for the whole org.
    sortOrder: row.SortOrder ?? Number.MAX_SAFE_INTEGER,
    isActive: row.IsActive,
    outcome: outcomeOf(row),
    probability: row.DefaultProbability,
    forecastCategory: row.ForecastCategory,
  }));

function outcomeOf({ IsClosed, IsWon }: { IsClosed: boolean; IsWon: boolean }): StageOutcome {
  if (IsWon) return 'won';
  return IsClosed ? 'lost' : 'open';
}
