import { z } from 'zod';
import type { InvalidValue } from '../errors/api-errors.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { checkObjectName } from '../plan/check-names.ts';
import { queryPart } from '../reads/read-part.ts';
import { readComposite } from '../reads/read-composite.ts';
import { builtText, refuseInput } from '../reads/refuse-input.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { type ChangePosition, readCursor, writeCursor } from './change-cursor.ts';
import { changesQuery } from './changes-query.ts';
import type { Change, Changes, ChangesOptions, ChangesPage } from './changes.ts';

const DEFAULT_MARGIN_SECONDS = 900;

const rowSchema = z.looseObject({ Id: recordIdSchema, SystemModstamp: z.string(), IsDeleted: z.boolean() });
type Row = z.output<typeof rowSchema>;

/** Source: SOQL and SOSL Reference; REST API guide, QueryAll. */
export function createChanges(transport: OrgTransport): Changes {
  return {
    async *since(object, cursor, options = {}) {
      const { fields = [], signal } = options;
      const start = startOf(object, cursor, options);
      const settledUntil = momentOfSettling(options);
      const soql = builtText(
        () =>
          changesQuery(object, {
            fields,
            after: start,
            until: options.includeUnsettled === true ? undefined : settledUntil,
          }),
        'fields',
        object,
      );

      let position = start;
      const pageOf = (rows: readonly Row[], apiCalls: number, last: boolean): ChangesPage => {
        const changes = rows.map((row) => toChange(row, settledUntil, object));
        const { id, changedAt } = changes.findLast(({ settled }) => settled) ?? {};
        if (changedAt !== undefined) position = { at: changedAt, id };
        if (last) position = furthest(position, settledUntil);
        return { changes, cursor: writeCursor(object, position ?? BEGINNING), apiCalls };
      };

      const { values, apiCalls } = await readComposite(
        transport,
        { changes: queryPart({ soql, row: rowSchema, all: true, object }) },
        { signal },
      );
      const first = values.changes;
      yield pageOf(first.records, apiCalls, first.complete);
      let read = first.records.length;
      for await (const page of first.more({ signal })) {
        read += page.records.length;
        yield pageOf(page.records, page.apiCalls, read >= first.totalSize);
      }
    },
  };
}

/** Before anything that an org holds. */
const BEGINNING: ChangePosition = { at: '1970-01-01T00:00:00.000Z', id: undefined };

function startOf(
  object: string,
  cursor: string | Date | undefined,
  { marginSeconds = DEFAULT_MARGIN_SECONDS, now }: ChangesOptions,
): ChangePosition | undefined {
  checkObjectName(object, 'object');
  const problems: InvalidValue[] = [];
  const start = typeof cursor === 'string' ? readCursor(object, cursor) : dateOf(cursor);
  if (cursor !== undefined && start === undefined) {
    problems.push({
      path: 'cursor',
      message: `it is not a cursor of ${object}`,
      remedy: 'Give the cursor of the last page as it was, or a Date to begin at.',
    });
  }
  if (!(Number.isFinite(marginSeconds) && marginSeconds >= 0)) {
    problems.push({ path: 'marginSeconds', message: 'it is no time', remedy: 'Give seconds, 0 or more.' });
  }
  if (now !== undefined && Number.isNaN(now.getTime())) {
    problems.push({ path: 'now', message: 'it is no moment', remedy: 'Give a valid Date.' });
  }
  refuseInput(problems, object);
  return start;
}

function dateOf(date: Date | undefined): ChangePosition | undefined {
  if (date === undefined || Number.isNaN(date.getTime())) return undefined;
  return { at: date.toISOString(), id: undefined };
}

/** What was saved before it cannot come to light any more. To the second, as Salesforce keeps moments. */
function momentOfSettling({ marginSeconds = DEFAULT_MARGIN_SECONDS, now = new Date() }: ChangesOptions): Date {
  return new Date(Math.floor(now.getTime() / 1000 - marginSeconds) * 1000);
}

function toChange(row: Row, settledUntil: Date, object: string): Change {
  const attempt = { verb: 'query', object, path: 'SystemModstamp' } as const;
  const changedAt = parseAnswer(dateTimeSchema, row.SystemModstamp, { attempt });
  return {
    id: row.Id,
    changedAt,
    deleted: row.IsDeleted,
    settled: new Date(changedAt) < settledUntil,
    record: row,
  };
}

/** Where nothing was found up to the moment of settling, nothing will be: the next call begins there. */
function furthest(position: ChangePosition | undefined, settledUntil: Date): ChangePosition {
  const settled = { at: settledUntil.toISOString(), id: undefined };
  return position !== undefined && position.at >= settled.at ? position : settled;
}
