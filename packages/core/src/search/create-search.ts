import { z } from 'zod';
import type { InvalidValue } from '../errors/api-errors.ts';
import { queryPart } from '../reads/read-part.ts';
import { readComposite } from '../reads/read-composite.ts';
import { builtText, refuseInput } from '../reads/refuse-input.ts';
import { askVisible } from '../reads/ask-visible.ts';
import type { VisibleFields, WantedFields } from '../reads/visible-fields.ts';
import { buildQuery, type Query } from '../soql/build-query.ts';
import { buildSearch, type Search as SoslSearch, type SearchedObject } from '../soql/build-search.ts';
import { searchPath } from '../soql/query-path.ts';
import { isSearchable } from '../soql/search-text.ts';
import { recordIdSchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { FoundRecord, Search } from './search.ts';
import { hiddenIn, selectedFields, visibleQuery } from './visible-select.ts';

const EACH = 20;
const DEFAULT_OBJECTS: readonly SearchedObject[] = [
  { object: 'Account', select: ['Id', 'Name', 'Website', 'BillingCity'], limit: EACH },
  { object: 'Contact', select: ['Id', 'Name', 'Email', 'Title', 'AccountId', 'Account.Name'], limit: EACH },
  { object: 'Opportunity', select: ['Id', 'Name', 'StageName', 'CloseDate', 'AccountId', 'Account.Name'], limit: EACH },
];

/** Longest URI, which a search has to fit in; some of it is the rest of the address. Source: REST API guide, status 414. */
const LONGEST_PATH = 15_000;

const foundSchema = z.object({
  searchRecords: z.array(z.looseObject({ Id: recordIdSchema, attributes: z.looseObject({ type: z.string() }) })),
});

/** Source: REST API guide, Search; SOQL and SOSL Reference. */
export function createSearch(transport: OrgTransport, visible: VisibleFields): Search {
  return {
    async text(text, { objects = DEFAULT_OBJECTS, signal, ...how } = {}) {
      const returning = objects.map((one) => ({ ...one, select: withId(one.select) }));
      checkLength(searchPath(searchText({ ...how, text, returning })));
      const wanted = wantedOf(returning);
      const meter = createCallMeter();
      const { searchRecords } = await askVisible(
        async () => {
          const left = returning
            .filter(({ object }) => visible.isVisible(object))
            .map((one) => ({ ...one, select: visible.choose(one.object, one.select) }));
          if (left.length === 0) return { searchRecords: [] };
          return transport.send({
            method: 'GET',
            path: searchPath(searchText({ ...how, text, returning: left })),
            answer: foundSchema,
            attempt: { verb: 'query', path: 'search' },
            meter,
            signal,
          });
        },
        { visible, wanted, signal, meter },
      );
      const found = searchRecords.map(({ attributes, ...record }): FoundRecord => ({
        object: attributes.type,
        id: record.Id,
        record,
      }));
      return {
        found,
        limited: limitedObjects(found, returning),
        hiddenFields: Object.entries(wanted)
          .filter(([object]) => visible.isVisible(object))
          .flatMap(([object, fields]) => visible.hidden(object, fields).map((field) => `${object}.${field}`)),
        hiddenObjects: Object.keys(wanted).filter((object) => !visible.isVisible(object)),
        apiCalls: meter.calls,
      };
    },

    async query(query, { all = false, signal } = {}) {
      const { from: object } = query;
      const textOf = (one: Query): string => builtText(() => buildQuery(one), 'query', object);
      textOf(query);
      const wanted = selectedFields(query);
      const meter = createCallMeter();
      const { values } = await askVisible(
        async () => {
          const soql = textOf(visibleQuery(query, visible));
          return readComposite(transport, { query: queryPart({ soql, row, all, object }) }, { signal, meter });
        },
        { visible, wanted, signal, meter },
      );
      return { ...values.query, hiddenFields: [...hiddenIn(wanted, visible)], apiCalls: meter.calls };
    },
  };
}

const row = z.record(z.string(), z.unknown());

function checkLength(path: string): void {
  refuseInput(path.length > LONGEST_PATH ? [TOO_LONG] : []);
}

function wantedOf(returning: readonly SearchedObject[]): WantedFields {
  return Object.fromEntries(returning.map(({ object, select }) => [object, select]));
}

const TOO_LONG: InvalidValue = {
  path: 'text',
  message: 'the search with its objects and fields is longer than an address may be',
  remedy: 'Search for fewer words, or in fewer objects.',
};

function searchText(search: SoslSearch): string {
  const { text, returning } = search;
  const problems: InvalidValue[] = [];
  if (!isSearchable(text)) {
    problems.push({
      path: 'text',
      message: 'it has no word of two letters or digits',
      remedy: 'Search for a longer word.',
    });
  }
  if (returning.length === 0) {
    problems.push({ path: 'objects', message: 'it is empty', remedy: 'Name at least one object, or leave it out.' });
  }
  refuseInput(problems);
  return builtText(() => buildSearch(search), 'search');
}

function withId(fields: readonly string[]): readonly string[] {
  return fields.some((field) => field.toLowerCase() === 'id') ? fields : ['Id', ...fields];
}

function limitedObjects(found: readonly FoundRecord[], returning: readonly SearchedObject[]): string[] {
  return returning.flatMap(({ object, limit }) => {
    const count = found.filter((one) => one.object.toLowerCase() === object.toLowerCase()).length;
    return limit !== undefined && count >= limit ? [object] : [];
  });
}
