import type { OrgStage } from './org-stage.ts';
import type { Pipeline, Stage } from './pipeline.ts';
import type { MappedStage, RecordTypeMapping } from './record-type-mapping.ts';

/**
 * What a record type has, joined to what the org says of each stage. A stage is in a pipeline as long as it is active; its
 * place is that of the org's order, which all sales processes share.
 */
export function joinPipeline(mapping: RecordTypeMapping, orgStages: readonly OrgStage[]): Pipeline {
  const known = new Map(orgStages.map((stage) => [stage.value, stage]));
  const mapped: readonly MappedStage[] =
    mapping.stages ?? (mapping.isMaster ? orgStages.filter(({ isActive }) => isActive).map(asMapped) : []);
  const inOrder = mapped
    .filter(({ value }) => known.get(value)?.isActive !== false)
    .map((stage, index) => ({ stage, known: known.get(stage.value), index }))
    .toSorted((one, other) => sortOrder(one.known) - sortOrder(other.known) || one.index - other.index);
  return {
    id: mapping.id,
    developerName: mapping.developerName,
    label: mapping.label,
    isMaster: mapping.isMaster,
    isDefault: mapping.isDefault,
    stages: inOrder.map(({ stage, known: meaning }, index): Stage => ({
      value: stage.value,
      label: stage.label,
      probability: meaning?.probability ?? null,
      forecastCategory: meaning?.forecastCategory ?? null,
      outcome: meaning?.outcome ?? 'open',
      position: index + 1,
      isDefault: stage.isDefault,
    })),
  };
}

/**
 * The pipelines that the user may use. The master record type is one of them where it is the user's default, or where there
 * is nothing else: Salesforce lists it as available to everybody, but offers it to nobody who has a record type.
 */
export function usablePipelines(
  mappings: readonly RecordTypeMapping[],
  orgStages: readonly OrgStage[],
): readonly Pipeline[] {
  const own = mappings.filter(({ isMaster, isAvailable }) => !isMaster && isAvailable);
  const master = mappings.filter(({ isMaster, isDefault }) => isMaster && (isDefault || own.length === 0));
  return [...own, ...master]
    .map((mapping) => joinPipeline(mapping, orgStages))
    .toSorted(
      (one, other) =>
        Number(other.isDefault) - Number(one.isDefault) ||
        one.label.localeCompare(other.label, 'en') ||
        (one.id < other.id ? -1 : 1),
    );
}

function asMapped({ value, label }: OrgStage): MappedStage {
  return { value, label, isDefault: false };
}

function sortOrder(stage: OrgStage | undefined): number {
  return stage?.sortOrder ?? Number.MAX_SAFE_INTEGER;
}
