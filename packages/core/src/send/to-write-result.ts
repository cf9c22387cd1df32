import { parseAnswer } from '../errors/parse-answer.ts';
import type { PlannedRecord, WritePlan } from '../plan/write-plan.ts';
import { savedSchema } from '../transport/answer-schemas.ts';
import type { Subanswer } from '../transport/send-composite.ts';
import { attemptOf } from './describe-step.ts';
import type { WriteResult, WrittenId } from './write-result.ts';

/** What the answers of an applied write say. */
export function toWriteResult(
  plan: WritePlan,
  answers: readonly Subanswer[],
): Omit<WriteResult, 'apiCalls' | 'warnings'> {
  const saved = (referenceId: string): { id: string; created?: boolean | undefined } => {
    const index = plan.steps.findIndex((step) => step.referenceId === referenceId);
    const step = plan.steps[index];
    const answer = answers[index];
    if (step === undefined || answer === undefined) throw new Error(`The plan has no subrequest "${referenceId}".`);
    return parseAnswer(savedSchema, answer.body, { attempt: attemptOf(step, plan), httpStatus: answer.status });
  };
  const written = ({ how, id, referenceId }: PlannedRecord): WrittenId => {
    if (id !== undefined) return { id, created: false };
    const answer = saved(referenceId ?? '');
    return { id: answer.id, created: how === 'create' || answer.created === true };
  };
  const idsOf = (kind: 'note' | 'task' | 'link'): string[] =>
    plan.steps.filter((step) => step.kind === kind).map(({ referenceId }) => saved(referenceId).id);
  const roleIds = plan.steps
    .filter(({ kind }) => kind === 'role')
    // A change and a removal answer nothing: the id is the last part of their address.
    .map(({ method, referenceId, url }) => (method === 'POST' ? saved(referenceId).id : url.slice(-18)));

  const [noteId] = idsOf('note');
  const taskIds = idsOf('task');
  return {
    record: written(plan.record),
    required: Object.fromEntries(Object.entries(plan.required).map(([ref, record]) => [ref, written(record)])),
    roleIds,
    ...(taskIds.length === 0 ? {} : { taskIds }),
    ...(noteId === undefined ? {} : { note: { id: noteId, linkIds: idsOf('link') } }),
  };
}
