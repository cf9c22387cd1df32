import { type Attempt, requestStep } from '../errors/attempt.ts';
import { checkSize } from '../plan/check-size.ts';
import { findCulprit } from '../send/culprit.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { refusedPart } from '../transport/refused-part.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { sendComposite, type Subanswer, type Subrequest } from '../transport/send-composite.ts';

/** A part of a write and what it is called where it fails. */
export interface AttemptedRequest extends Subrequest {
  readonly attempt: Attempt;
}

/** Writes several things in one API call, or none of them. @throws SalesforceError of the one that was refused */
export async function sendAllOrNone(
  transport: OrgTransport,
  steps: readonly AttemptedRequest[],
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<readonly Subanswer[]> {
  checkSize('subrequests', steps.length);
  const attempt: Attempt = steps[0]?.attempt ?? { verb: 'send' };
  const answers = await sendComposite(transport, steps, { ...options, allOrNone: true, attempt });
  const culprit = findCulprit({ steps }, answers);
  if (culprit === undefined) return answers;
  const step = requestStep(steps, culprit.step.referenceId);
  throw refusedPart(transport, culprit.answer, { attempt: { ...culprit.step.attempt, step }, rolledBack: true });
}
