import type { z } from 'zod';
import { buildQuery, type ChildQuery, type Condition, type OrderBy } from '../soql/build-query.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { childListSchema, type QueryPage } from './query-page.ts';
import { queryPart, type ReadPart } from './read-part.ts';
import { emptySection, type Section, toSection } from './section.ts';
import type { VisibleFields } from './visible-fields.ts';

/** Records that belong to another one, as its query nests them and as a query of their own finds them. */
export interface RelatedList<Row extends { readonly id: string }> {
  readonly object: string;
  /** How the parent calls them, e.g. `Contacts`. */
  readonly relationship: string;
  /** How they name the parent, e.g. `AccountId`. */
  readonly lookup: string;
  readonly fields: readonly string[];
  /** Fields of a parent of theirs by its relationship, of an object that may be hidden for itself. */
  readonly parent?: { readonly relationship: string; readonly object: string; readonly fields: readonly string[] };
  readonly row: z.ZodType<Row>;
  readonly where?: readonly Condition[];
  readonly orderBy: readonly OrderBy[];
}

/** What its rows hold, by object. */
export function wantedOf({ object, fields, parent }: RelatedList<{ readonly id: string }>) {
  return { [object]: fields, ...(parent === undefined ? {} : { [parent.object]: parent.fields }) };
}

/** The first ones, within the parent's query, with one more than the limit. */
export function nested(
  list: RelatedList<{ readonly id: string }>,
  { limit, visible }: { limit: number; visible: VisibleFields },
): ChildQuery[] {
  const { object, relationship, where, orderBy } = list;
  if (!visible.isVisible(object)) return [];
  return [
    {
      children: relationship,
      select: selectOf(list, visible),
      ...(where === undefined ? {} : { where }),
      orderBy: visibleOrder(object, orderBy, visible),
      limit: limit + 1,
    },
  ];
}

/** What `nested` is answered with: a member of the parent's row. */
export function nestedSchema<Row extends { readonly id: string }>({ row }: RelatedList<Row>) {
  return childListSchema(row).optional();
}

/** The first ones as they came, and the way to the others. */
export function toRelated<Row extends { readonly id: string }>(
  answer: { readonly records: readonly Row[] } | undefined,
  options: {
    readonly list: RelatedList<Row>;
    readonly parentId: string;
    readonly limit: number;
    readonly visible: VisibleFields;
    readonly transport: OrgTransport;
  },
): Section<Row> {
  if (answer === undefined) return emptySection();
  const { limit, transport } = options;
  return toSection(answer.records, { limit, transport, rest: () => allOf(options) });
}

function allOf<Row extends { readonly id: string }>({
  list,
  parentId,
  visible,
}: {
  list: RelatedList<Row>;
  parentId: string;
  visible: VisibleFields;
}): ReadPart<QueryPage<Row>> {
  const { object, lookup, row, where = [], orderBy } = list;
  const soql = buildQuery({
    select: selectOf(list, visible),
    from: object,
    where: [{ field: lookup, equals: parentId }, ...where],
    orderBy: visibleOrder(object, orderBy, visible),
  });
  return queryPart({ soql, row, object });
}

function selectOf({ object, fields, parent }: RelatedList<{ readonly id: string }>, visible: VisibleFields): string[] {
  const own = visible.choose(object, fields);
  if (parent === undefined || !visible.isVisible(parent.object)) return own;
  return [...own, ...visible.choose(parent.object, parent.fields).map((field) => `${parent.relationship}.${field}`)];
}

function visibleOrder(object: string, orderBy: readonly OrderBy[], visible: VisibleFields): OrderBy[] {
  const fields = new Set(
    visible.choose(
      object,
      orderBy.map(({ field }) => field),
    ),
  );
  return orderBy.filter(({ field }) => fields.has(field));
}
