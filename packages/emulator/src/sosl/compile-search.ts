import type { ObjectDefinition } from '../schema/object-definition.ts';
import type { FieldScope } from '../soql/field-scope.ts';
import { foldCase, isAscii } from '../soql/fold-case.ts';
import { joinConditions, negate, quoteName, sql } from '../soql/sql-fragment.ts';
import type { SqlFragment } from '../soql/sql-fragment.ts';
import type { SearchExpression } from './search-expression.ts';
import { searchableFields } from './searchable-fields.ts';
import type { SearchGroup } from './searchable-fields.ts';

/** The rows of an object in which a search finds something, as SQL. */
export function compileSearch(expression: SearchExpression, scope: FieldScope, group: SearchGroup): SqlFragment {
  switch (expression.kind) {
    case 'not':
      return negate(compileSearch(expression.part, scope, group));
    case 'words':
      return compileWords(expression.words, scope.object, scope.alias, group);
    default:
      return joinConditions(
        expression.parts.map((part) => compileSearch(part, scope, group)),
        expression.kind === 'and' ? 'AND' : 'OR',
      );
  }
}

function compileWords(
  words: readonly string[],
  object: ObjectDefinition,
  alias: string,
  group: SearchGroup,
): SqlFragment {
  const pattern = foldCase(words.join(' '));
  // What LIKE rules out need not be split into words.
  const longest = words.toSorted((a, b) => b.length - a.length)[0] ?? '';
  const like = isAscii(longest) ? `%${longest.replaceAll('_', '?').replaceAll('*', '%').replaceAll('?', '_')}%` : '%';
  const tests = searchableFields(object, group).map((field) => {
    const column = `${alias}.${quoteName(field.name)}`;
    return sql(`(${column} LIKE ? AND holds_words(${column}, ?))`, like, pattern);
  });
  return joinConditions(tests, 'OR');
}
