import { planProblem } from './plan-problem.ts';

/**
 * The id that an earlier subrequest answers, as the whole value of a field. Inside a longer text Salesforce's
 * behaviour is not documented, so that form is never used. Source: REST API guide, Composite, referenceId.
 */
export function idOf(referenceId: string): string {
  return `@{${referenceId}.id}`;
}

/** The record type that the query subrequest finds. */
export function recordTypeIdOf(referenceId: string): string {
  return `@{${referenceId}.records[0].Id}`;
}

/**
 * A text as the caller gave it. One that Salesforce might take for a reference is refused: there is no escape for it,
 * and it would write another record's id in its place.
 */
export function plainText(text: string, path: string): string {
  if (text.includes('@{')) {
    throw planProblem('referenceInText', {
      path,
      what: 'the text holds "@{", which Salesforce takes for a reference to another part of the request',
      remedy: 'Write it another way, e.g. with a space: "@ {".',
    });
  }
  return text;
}
