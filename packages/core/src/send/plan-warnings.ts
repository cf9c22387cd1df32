import { recordPath } from '../plan/write-paths.ts';
import type { WritePlan } from '../plan/write-plan.ts';

/** What the caller should know although the write succeeded. */
export function planWarnings(plan: WritePlan): string[] {
  const { write } = plan;
  const warnings: string[] = [];
  for (const [index, { ref, object, match, fields }] of (write.required ?? []).entries()) {
    const planned = plan.required[ref];
    const beyond = Object.keys(fields).filter((field) => fields[field] !== undefined && !(field in (match ?? {})));
    if (planned?.how === 'found' && beyond.length > 0) {
      warnings.push(
        `required[${index}] (${ref}) was there already and kept as it is: ${beyond.join(', ')} not written.`,
      );
    }
    if (planned?.how === 'create' && match !== undefined) {
      warnings.push(lookedUp(`required[${index}] (${ref})`, object));
    }
  }
  if (plan.record.how === 'create' && write.record.match !== undefined) {
    warnings.push(lookedUp(recordPath(write.object), write.object));
  }
  return warnings;
}

function lookedUp(what: string, object: string): string {
  return `${what} was looked up before it was created: ${object} has no External ID in its match, so two writes at the same moment can both create it.`;
}
