import { NotEmulatedError } from '../http/not-emulated-error.ts';
import type { Condition, Query } from './grammar/syntax-tree.ts';
import { queryError } from './query-error.ts';

const NEEDS_FILTER =
  "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator.";
const NEEDS_LINKED_ENTITY =
  'Implementation restriction: filtering on non-id fields is only permitted when filtering by ContentDocumentLink.LinkedEntityId using the equals operator.';

const ID_FIELDS = new Set(['id', 'contentdocumentid', 'linkedentityid']);

/**
 * ContentDocumentLink can only be queried from a document or from a linked record. Source: Object Reference,
 * ContentDocumentLink, Special Access Rules; the messages as several integrations logged them.
 */
export function checkContentDocumentLinkFilter({ where, from }: Query): void {
  const tests = where ? comparisons(where, true, from.alias?.toLowerCase() ?? 'contentdocumentlink') : [];
  const restricts = (name: string, operators: readonly string[]) =>
    tests.some(({ field, operator, required }) => required && field === name && operators.includes(operator));

  if (![...ID_FIELDS].some((name) => restricts(name, ['=', 'IN']))) {
    throw queryError({ errorCode: 'MALFORMED_QUERY', text: NEEDS_FILTER });
  }
  if (tests.some(({ field }) => field.startsWith('linkedentity.')))
    throw new NotEmulatedError('SOQL filter on LinkedEntity of ContentDocumentLink');
  if (tests.some(({ field }) => !ID_FIELDS.has(field)) && !restricts('linkedentityid', ['='])) {
    throw queryError({ errorCode: 'MALFORMED_QUERY', text: NEEDS_LINKED_ENTITY });
  }
}

interface Comparison {
  readonly field: string;
  readonly operator: string;
  /** Every row found must satisfy it. */
  readonly required: boolean;
}

function comparisons(condition: Condition, required: boolean, alias: string): Comparison[] {
  if (condition.kind === 'not') return comparisons(condition.part, false, alias);
  if ('parts' in condition) {
    return condition.parts.flatMap((part) => comparisons(part, required && condition.kind === 'and', alias));
  }
  const field = condition.left.text.toLowerCase().replace(new RegExp(`^(?:contentdocumentlink|${alias})\\.`), '');
  return [{ field, operator: operatorOf(condition), required }];
}

function operatorOf(condition: Exclude<Condition, { parts: unknown } | { part: unknown }>): string {
  if (condition.kind === 'compare') return condition.operator;
  return condition.kind === 'in' && !condition.negated ? 'IN' : condition.kind;
}
