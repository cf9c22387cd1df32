import { z } from 'zod';
import type { InvalidValue } from '../errors/api-errors.ts';
import { parseAnswer } from '../errors/parse-answer.ts';
import { checkObjectName } from '../plan/check-names.ts';
import { askVisible } from '../reads/ask-visible.ts';
import { queryPart } from '../reads/read-part.ts';
import { readComposite } from '../reads/read-composite.ts';
import { builtText, refuseInput } from '../reads/refuse-input.ts';
import type { VisibleFields } from '../reads/visible-fields.ts';
import { dateTimeSchema, recordIdSchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { type ChangePosition, readCursor, writeCursor } from './change-cursor.ts';
import { changesQuery } from './changes-query.ts';
import type { Change, ChangeStamp, Changes, ChangesOptions, ChangesPage } from './changes.ts';

const DEFAULT_MARGIN_SECONDS = 900;

const STAMPS: readonly ChangeStamp[] = ['SystemModstamp', 'LastModifiedDate', 'CreatedDate'];
const DELETED = 'IsDeleted';

const rowSchema = z.looseObject({ Id: recordIdSchema, IsDeleted: z.boolean().optional() });
type Row = z.output<typeof rowSchema>;

/** Source: SOQL and SOSL Reference; REST API guide, QueryAll. */
export function createChanges(transport: OrgTransport, visible: VisibleFields): Changes {
  return {
    async *since(object, cursor, options = {}) {
      const { fields = [], signal } = options;
      const start = startOf(object, cursor, options);
      const settledUntil = momentOfSettling(options);
      const wanted = [...STAMPS.slice(0, -1), DELETED, ...fields];
      const until = options.includeUnsettled === true ? undefined : settledUntil;
      const meter = createCallMeter();
      const ask = async () => {
        // An object that shows none of the stamps is refused for the last of them.
        const [stamp = 'CreatedDate'] = STAMPS.filter((one) => visible.choose(object, [one]).length > 0);
        const select = visible.choose(object, [DELETED, ...fields]);
        const soql = builtText(
          () => changesQuery(object, { fields: select, stamp, after: start, until }),
          'fields',
          object,
        );
        const part = queryPart({ soql, row: rowSchema, all: true, object, pageSize: options.pageSize });
        return { ...(await readComposite(transport, { changes: part }, { signal, meter })), stamp };
      };
      // Names are checked as a whole before some of them are left out.
      builtText(() => changesQuery(object, { fields, stamp: 'CreatedDate', after: start, until }), 'fields', object);
      const { values, stamp } = await askVisible(ask, { visible, wanted: { [object]: wanted }, signal, meter });
      const first = values.changes;
      const said = {
        changedBy: stamp,
        tellsDeletes: visible.hidden(object, [DELETED]).length === 0,
        hiddenFields: visible.hidden(object, fields),
      };

      let position = start;
      const pageOf = (rows: readonly Row[], apiCalls: number, last: boolean): ChangesPage => {
        const changes = rows.map((row) => toChange(row, { settledUntil, object, stamp }));
        const { id, changedAt } = changes.findLast(({ settled }) => settled) ?? {};
        if (changedAt !== undefined) position = { at: changedAt, id };
        if (last) position = furthest(position, settledUntil);
        return { changes, cursor: writeCursor(object, position ?? BEGINNING), ...said, apiCalls };
      };

      yield pageOf(first.records, meter.calls, first.complete);
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
  { marginSeconds = DEFAULT_MARGIN_SECONDS, pageSize, now }: ChangesOptions,
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
  if (pageSize !== undefined && !(Number.isInteger(pageSize) && pageSize >= 200 && pageSize <= 2000)) {
    problems.push({ path: 'pageSize', message: 'it is no size of a page', remedy: 'Give 200 to 2,000.' });
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

function toChange(
  row: Row,
  {
    settledUntil,
    object,
    stamp,
  }: { readonly settledUntil: Date; readonly object: string; readonly stamp: ChangeStamp },
): Change {
  const attempt = { verb: 'query', object, path: stamp } as const;
  const changedAt = parseAnswer(dateTimeSchema, row[stamp], { attempt, at: stamp });
  return {
    id: row.Id,
    changedAt,
    deleted: row.IsDeleted === true,
    settled: new Date(changedAt) < settledUntil,
    record: row,
  };
}

/** Where nothing was found up to the moment of settling, nothing will be: the next call begins there. */
function furthest(position: ChangePosition | undefined, settledUntil: Date): ChangePosition {
  const settled = { at: settledUntil.toISOString(), id: undefined };
  return position !== undefined && position.at >= settled.at ? position : settled;
}
