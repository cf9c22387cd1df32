import { z } from 'zod';
import { RequestInvalidError } from '../errors/api-errors.ts';
import type { PipelineList } from './pipeline.ts';

const stageSchema = z.object({
  value: z.string(),
  label: z.string(),
  probability: z.number().nullable(),
  forecastCategory: z.string().nullable(),
  outcome: z.enum(['open', 'won', 'lost']),
  position: z.number().int().positive(),
  isDefault: z.boolean(),
});

const pipelineSchema = z.object({
  id: z.string(),
  developerName: z.string(),
  label: z.string(),
  isMaster: z.boolean(),
  isDefault: z.boolean(),
  stages: z.array(stageSchema),
});

const listSchema = z.object({ pipelines: z.array(pipelineSchema), fingerprint: z.string() });

/** A list that was kept somewhere since it was answered. */
export function parsePipelineList(value: unknown): PipelineList {
  const parsed = listSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map(({ path, message }) => `${['since', ...path].join('.')}: ${message}`);
  const remedy = 'Give what pipelines.list() answered earlier, whole.';
  throw new RequestInvalidError({
    message: `Could not compare pipelines: this is no list of them (${where.join('; ')}). ${remedy}`,
    remedy,
    fixedBy: 'caller',
    outcome: 'notApplied',
    object: 'Opportunity',
    path: 'since',
  });
}
