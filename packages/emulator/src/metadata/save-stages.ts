import type { Org } from '../org/org.ts';
import type { StageXml } from './read-stages.ts';
import { saveRow } from './save-row.ts';

const CATEGORY_NAMES: Readonly<Record<StageXml['forecastCategory'], string>> = {
  Omitted: 'Omitted',
  Pipeline: 'Pipeline',
  BestCase: 'Best Case',
  Forecast: 'Commit',
  Closed: 'Closed',
};

/** The org's sales stages, in their order; those that are no longer in the list stay as inactive ones. */
export function saveStages(org: Org, stages: readonly StageXml[]): void {
  org.database.prepare('UPDATE "OpportunityStage" SET "IsActive" = 0').run();
  for (const [index, stage] of stages.entries()) {
    saveRow(
      org,
      'OpportunityStage',
      { ApiName: stage.fullName },
      {
        MasterLabel: stage.label ?? stage.fullName,
        IsActive: Number(stage.isActive ?? true),
        SortOrder: index + 1,
        IsClosed: Number(stage.closed),
        IsWon: Number(stage.won),
        ForecastCategory: stage.forecastCategory,
        ForecastCategoryName: CATEGORY_NAMES[stage.forecastCategory],
        DefaultProbability: stage.probability,
        Description: stage.description ?? null,
      },
    );
  }
  const field = org.schema.field('Opportunity', 'StageName');
  if (!field) return;
  org.schema.addField('Opportunity', {
    ...field,
    picklistValues: stages.map((stage) => ({
      value: stage.fullName,
      label: stage.label ?? stage.fullName,
      active: stage.isActive ?? true,
      isDefault: stage.default ?? false,
    })),
  });
}
