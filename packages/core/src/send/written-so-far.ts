import type { WrittenParts } from '../plan/plan-context.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { WriteResult, WrittenSoFar } from './write-result.ts';

export const NOTHING_WRITTEN: WrittenSoFar = {
  parts: 0,
  record: undefined,
  required: {},
  roleIds: [],
  taskIds: [],
  note: undefined,
};

/** What the compiler needs of it. */
export function toWrittenParts({ parts, required, record, note }: WrittenSoFar): WrittenParts | undefined {
  if (parts === 0) return undefined;
  const ids = Object.entries(required).map(([ref, { id }]) => [ref, id] as const);
  return { parts, required: Object.fromEntries(ids), record: record?.id, note: note?.id };
}

/** When all parts are written. */
export function toWriteResult(
  { record, required, roleIds, taskIds, note }: WrittenSoFar,
  { meter, warnings }: { meter: CallMeter; warnings: ReadonlySet<string> },
): WriteResult {
  if (record === undefined) throw new Error('No part of the plan has written the record.');
  const tasks = taskIds.length === 0 ? {} : { taskIds };
  const result = { record, required, roleIds, ...tasks, apiCalls: meter.calls, warnings: [...warnings] };
  return note === undefined ? result : { ...result, note };
}
