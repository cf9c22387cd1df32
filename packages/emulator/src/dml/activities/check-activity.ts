import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import type { StoredRecord } from '../stored-record.ts';

/**
 * Refuses what is not emulated of tasks and events: series, and a lead together with something it is about, which
 * Salesforce refuses with an error whose text is not known ("field integrity exception: WhoId, WhatId", ZynBit).
 */
export function checkActivity(
  object: string,
  { WhoId, WhatId, IsRecurrence, Recurrence2PatternText }: StoredRecord,
): void {
  if (IsRecurrence === 1 || typeof Recurrence2PatternText === 'string') {
    throw new NotEmulatedError(`a series of ${object}s`);
  }
  if (typeof WhoId === 'string' && WhoId.startsWith('00Q') && typeof WhatId === 'string') {
    throw new NotEmulatedError(`a ${object} with a lead and something it is about: the error is not known`);
  }
}
