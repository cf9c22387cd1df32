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
  readonly row: z.ZodType<Row>;
  readonly where?: readonly Condition[];
  readonly orderBy: readonly OrderBy[];
}

/** The first ones, within the parent's query, with one more than the limit. */
export function nested(
  { object, relationship, fields, where, orderBy }: RelatedList<{ readonly id: string }>,
  { limit, visible }: { limit: number; visible: VisibleFields },
): ChildQuery[] {
  if (!visible.isVisible(object)) return [];
  return [
    {
      children: relationship,
      select: visible.choose(object, fields),
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
  list: { object, lookup, fields, row, where = [], orderBy },
  parentId,
  visible,
}: {
  list: RelatedList<Row>;
  parentId: string;
  visible: VisibleFields;
}): ReadPart<QueryPage<Row>> {
  const soql = buildQuery({
    select: visible.choose(object, fields),
    from: object,
    where: [{ field: lookup, equals: parentId }, ...where],
    orderBy: visibleOrder(object, orderBy, visible),
  });
  return queryPart({ soql, row, object });
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
