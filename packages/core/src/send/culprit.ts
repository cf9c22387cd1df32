import { type ApiFault, parseApiFaults } from '../errors/api-fault.ts';
import type { PlannedStep } from '../plan/write-plan.ts';
import type { Subanswer } from '../transport/send-composite.ts';

/** The subrequest because of which all others were undone. */
export interface Culprit<Step = PlannedStep> {
  readonly step: Step;
  readonly answer: Subanswer;
  readonly faults: readonly ApiFault[];
  /** Salesforce only says that it was undone: a reference led nowhere. */
  readonly haltedOnly: boolean;
}

/**
 * The others answer PROCESSING_HALTED. So does the culprit itself when a reference of it led nowhere; then it is the one
 * whose text is its own. Undefined when every subrequest succeeded. Source: REST API guide, Composite, allOrNone.
 */
export function findCulprit<Step = PlannedStep>(
  { steps }: { readonly steps: readonly Step[] },
  answers: readonly Subanswer[],
): Culprit<Step> | undefined {
  const halted: Culprit<Step>[] = [];
  for (const [index, step] of steps.entries()) {
    const answer = answers[index];
    if (answer === undefined || answer.status < 300) continue;
    const faults = parseApiFaults(answer.body);
    const haltedOnly = faults.length > 0 && faults.every(({ errorCode }) => errorCode === 'PROCESSING_HALTED');
    if (!haltedOnly) return { step, answer, faults, haltedOnly };
    halted.push({ step, answer, faults, haltedOnly });
  }
  return halted.find(({ faults }) => faults.some(({ message }) => /reference/i.test(message))) ?? halted[0];
}
