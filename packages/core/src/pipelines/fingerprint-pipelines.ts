import { createHash } from 'node:crypto';
import type { Pipeline } from './pipeline.ts';

/** The same for the same pipelines, in whatever order they were answered; the order of stages counts. */
export function fingerprintPipelines(pipelines: readonly Pipeline[]): string {
  const content = pipelines
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ id, developerName, label, isDefault, stages }) => [
      id,
      developerName,
      label,
      isDefault,
      stages.map((stage) => [
        stage.value,
        stage.label,
        stage.probability,
        stage.forecastCategory,
        stage.outcome,
        stage.isDefault,
      ]),
    ]);
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
