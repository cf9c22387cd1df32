import { buildQuery, type Condition } from '../soql/build-query.ts';
import type { ChangePosition } from './change-cursor.ts';

const AT = 'SystemModstamp';

/** What has changed behind a position, up to a moment, in the order of cursors. Ids tell apart what has the same moment. */
export function changesQuery(
  object: string,
  options: {
    readonly fields: readonly string[];
    readonly after: ChangePosition | undefined;
    readonly until: Date | undefined;
  },
): string {
  const { fields, after, until } = options;
  const wanted = new Map(['Id', AT, 'IsDeleted', ...fields].map((field) => [field.toLowerCase(), field]));
  return buildQuery({
    select: [...wanted.values()],
    from: object,
    where: [
      ...(after === undefined ? [] : [behind(after)]),
      ...(until === undefined ? [] : [{ field: AT, lessThan: { dateTime: until } }]),
    ],
    orderBy: [AT, 'Id'],
  });
}

function behind({ at, id }: ChangePosition): Condition {
  const moment = { dateTime: at };
  if (id === undefined) return { field: AT, atLeast: moment };
  return {
    any: [
      { field: AT, greaterThan: moment },
      {
        all: [
          { field: AT, equals: moment },
          { field: 'Id', greaterThan: { id } },
        ],
      },
    ],
  };
}
