import { parsePart } from '../transport/parse-part.ts';
import {
  type PlannedPart,
  type PlannedRecord,
  type PlannedStep,
  stepsOfPart,
  type WritePlan,
} from '../plan/write-plan.ts';
import { savedSchema } from '../transport/answer-schemas.ts';
import type { Subanswer } from '../transport/send-composite.ts';
import { attemptOf } from './describe-step.ts';
import type { WrittenId, WrittenSoFar } from './write-result.ts';

/** What is there once this part is written too. */
export function withPart(
  before: WrittenSoFar,
  { plan, part, answers }: { plan: WritePlan; part: PlannedPart; answers: readonly Subanswer[] },
): WrittenSoFar {
  const steps = stepsOfPart(plan, part);
  const savedAt = (step: PlannedStep, index: number) =>
    parsePart(savedSchema, answers[index] ?? { ...step, status: 0, body: undefined }, attemptOf(step, plan));
  const written = ({ how, id, referenceId }: PlannedRecord): WrittenId => {
    if (id !== undefined) return { id, created: false };
    const index = steps.findIndex((step) => step.referenceId === referenceId);
    const step = steps[index];
    if (step === undefined) throw new Error(`The plan has no subrequest "${referenceId ?? ''}".`);
    const answer = savedAt(step, index);
    return { id: answer.id, created: how === 'create' || answer.created === true };
  };
  const idsOf = (kind: PlannedStep['kind']): string[] =>
    steps.flatMap((step, index) => {
      if (step.kind !== kind) return [];
      // A change and a removal answer nothing: the id is the last part of their address.
      return step.method === 'POST' ? savedAt(step, index).id : step.url.slice(-18);
    });

  const { manifest } = part;
  const required = { ...before.required };
  for (const related of manifest.related) {
    const planned = related.kind === 'required' ? plan.required[related.ref] : undefined;
    if (related.kind === 'required' && planned !== undefined) required[related.ref] = written(planned);
  }
  const [noteId = before.note?.id] = idsOf('note');
  const linkIds = [...(before.note?.linkIds ?? []), ...idsOf('link')];
  return {
    parts: part.number,
    record: manifest.record === null ? before.record : written(plan.record),
    required,
    roleIds: [...before.roleIds, ...idsOf('role')],
    taskIds: [...before.taskIds, ...idsOf('task')],
    note: noteId === undefined ? undefined : { id: noteId, linkIds },
  };
}
