import type { VisibleFields, WantedFields } from '../reads/visible-fields.ts';
import type { Query, SelectItem } from '../soql/build-query.ts';

/**
 * The fields that a query selects and can do without: its own and its parents'. What it groups, filters or orders by, counts
 * or chooses by type, it cannot leave out without another meaning.
 */
export function selectedFields({ select, from, groupBy = [] }: Query): WantedFields {
  if (select === 'count' || groupBy.length > 0) return {};
  return { [from]: select.flatMap((item) => fieldOf(item) ?? []) };
}

/** The query without what is known to be hidden; with the id where nothing else is left. */
export function visibleQuery(query: Query, visible: VisibleFields): Query {
  const { select, from } = query;
  const hidden = hiddenIn(selectedFields(query), visible);
  if (select === 'count' || hidden.size === 0) return query;
  const left = select.filter((item) => {
    const field = fieldOf(item);
    return field === undefined || visible.choose(from, [field]).length > 0;
  });
  return { ...query, select: left.length === 0 ? ['Id'] : left };
}

/** Of one object by their names. */
export function hiddenIn(wanted: WantedFields, visible: VisibleFields): ReadonlySet<string> {
  return new Set(Object.entries(wanted).flatMap(([object, fields]) => visible.hidden(object, fields)));
}

function fieldOf(item: SelectItem): string | undefined {
  if (typeof item === 'string') return item;
  return 'labelOf' in item ? item.labelOf : undefined;
}
