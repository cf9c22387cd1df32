import type { DuplicateMatch } from './api-errors.ts';
import type { ApiFault } from './api-fault.ts';
import { duplicateInText } from './read-fault-text.ts';

/** What a duplicate rule found, or the record that a text names: of the object that was written. */
export function duplicateMatches(fault: ApiFault, object: string | undefined): readonly DuplicateMatch[] {
  const inText = duplicateInText(fault);
  return fault.duplicates?.matches ?? (inText === undefined ? [] : [{ ...inText, object }]);
}

/** Which records are there already, and which rule found them. */
export function duplicateFacts(fault: ApiFault): string[] {
  const ids = duplicateMatches(fault, undefined).map(({ id }) => id);
  const rule = fault.duplicates?.rule;
  if (ids.length === 0) return rule === undefined ? [] : [`Duplicate rule: ${rule}.`];
  const named = ids.slice(0, 5).join(', ');
  const others = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
  return [`${rule === undefined ? 'Already there' : `Found by the duplicate rule ${rule}`}: ${named}${others}.`];
}
