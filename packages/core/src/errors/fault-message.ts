import type { ApiFault } from './api-fault.ts';
import { type Attempt, describeAttempt } from './attempt.ts';
import type { ErrorCodeRow } from './error-codes.ts';
import { withoutValues } from './read-fault-text.ts';

/** What was attempted, what Salesforce answered, what else is known, and the next step. */
export function faultMessage(
  fault: ApiFault,
  row: ErrorCodeRow,
  {
    attempt,
    fields,
    facts,
    remedy,
    httpStatus,
    given,
  }: {
    attempt: Attempt;
    /** With their labels. */
    fields: readonly string[];
    /** Sentences. */
    facts: readonly string[];
    remedy: string;
    httpStatus: number;
    given: readonly string[];
  },
): string {
  const about = fields.length === 0 ? '' : ` in ${fields.length === 1 ? 'field' : 'fields'} ${fields.join(', ')}`;
  // An error in a query repeats the query, values included, before it says what is wrong.
  const said = (fault.message.split(/ERROR at Row:\d+:Column:\d+\s/).at(-1) ?? '').trim();
  // And it ends with advice for people who write queries by hand.
  const text = said.replace(/ If you are attempting to use a custom [\s\S]*$/, '');
  const words = row.repeatsValue || text === '' || text.length > 500 ? '' : ` "${withoutValues(text, given)}"`;
  return `${describeAttempt(attempt)}: Salesforce answered ${fault.errorCode === '' ? `with status ${httpStatus}` : fault.errorCode}${about}${words}. ${[...facts, remedy].join(' ')}`;
}
