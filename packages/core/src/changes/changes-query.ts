import { buildQuery, type Condition } from '../soql/build-query.ts';
import type { ChangePosition } from './change-cursor.ts';

/** What has changed behind a position, up to a moment, in the order of cursors. Ids tell apart what has the same moment. */
export function changesQuery(
  object: string,
  options: {
    readonly fields: readonly string[];
    /** The field that says when a record was changed. */
    readonly stamp: string;
    readonly after: ChangePosition | undefined;
    readonly until: Date | undefined;
  },
): string {
  const { fields, stamp, after, until } = options;
  const wanted = new Map(['Id', stamp, ...fields].map((field) => [field.toLowerCase(), field]));
  return buildQuery({
    select: [...wanted.values()],
    from: object,
    where: [
      ...(after === undefined ? [] : [behind(after, stamp)]),
      ...(until === undefined ? [] : [{ field: stamp, lessThan: { dateTime: until } }]),
    ],
    orderBy: [stamp, 'Id'],
  });
}

function behind({ at, id }: ChangePosition, stamp: string): Condition {
  const moment = { dateTime: at };
  if (id === undefined) return { field: stamp, atLeast: moment };
  return {
    any: [
      { field: stamp, greaterThan: moment },
      {
        all: [
          { field: stamp, equals: moment },
          { field: 'Id', greaterThan: { id } },
        ],
      },
    ],
  };
}
