import { planProblem } from './plan-problem.ts';
import type { ReadState } from './record-write.ts';

/** What a write is based on is a record that was read, at a moment. */
export function checkReadState(
  { modifiedAt }: ReadState,
  { id, path }: { id: string | undefined; path: string },
): void {
  if (id === undefined) {
    throw planProblem('invalidValue', {
      path: `${path}.basedOn`,
      what: 'only a record that was read can be what a write is based on',
      remedy: 'Name the record by its id.',
    });
  }
  if (!Number.isNaN(Date.parse(modifiedAt))) return;
  throw planProblem('invalidValue', {
    path: `${path}.basedOn.modifiedAt`,
    what: 'it is not a date and time',
    remedy: 'Give the LastModifiedDate of the record as it was read.',
  });
}
