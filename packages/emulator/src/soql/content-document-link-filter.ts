import type { Query } from '@jetstreamapp/soql-parser-js';
import { NotEmulatedError } from '../http/not-emulated-error.ts';
import { toConditionTree } from './condition-tree.ts';
import type { ConditionTree } from './condition-tree.ts';
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
export function checkContentDocumentLinkFilter(query: Query, soql: string): void {
  const tests = query.where
    ? comparisons(toConditionTree(query.where, soql), true, query.sObjectAlias?.toLowerCase() ?? 'contentdocumentlink')
    : [];
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

function comparisons(tree: ConditionTree, required: boolean, alias: string): Comparison[] {
  if (tree.kind === 'not') return comparisons(tree.part, false, alias);
  if (tree.kind !== 'test')
    return tree.parts.flatMap((part) => comparisons(part, required && tree.kind === 'and', alias));
  const { test } = tree;
  if (!('operator' in test) || !('field' in test)) return [];
  const field = test.field.toLowerCase().replace(new RegExp(`^(?:contentdocumentlink|${alias})\\.`), '');
  return [{ field, operator: test.operator.toUpperCase(), required }];
}
