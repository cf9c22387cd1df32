import type { Match } from '../field-value.ts';
import { planProblem } from './plan-problem.ts';
import type { RecordWrite } from './record-write.ts';
import { recordPath } from './write-paths.ts';

/** Two parts of a write that look for the same record would each create it when it is not there. */
export function checkTargets({ object, record, required = [] }: RecordWrite): void {
  const seen = new Map<string, string>();
  const targets = required.map((one, index) => ({ ...one, path: `required[${index}]` }));
  for (const target of [...targets, { object, match: record.match, path: recordPath(object) }]) {
    if (target.match === undefined) continue;
    const name = nameOf(target.object, target.match);
    const other = seen.get(name);
    if (other !== undefined) {
      throw planProblem('duplicateMatch', {
        path: `${target.path}.match`,
        what: `it looks for the same record as ${other}`,
        remedy: `Leave it out, and refer to ${other} instead.`,
        object: target.object,
      });
    }
    seen.set(name, target.path);
  }
}

/** Salesforce tells neither names nor, in most fields, texts apart by their case; those of a case-sensitive one it may. */
function nameOf(object: string, match: Match): string {
  const fields = Object.entries(match).map(([field, value]) => [field.toLowerCase(), String(value)]);
  fields.sort(([left = ''], [right = '']) => (left < right ? -1 : 1));
  return JSON.stringify([object.toLowerCase(), fields]);
}
