import type { Attempt } from '../errors/attempt.ts';
import type { InvalidValue } from '../errors/api-errors.ts';
import type { Match } from '../field-value.ts';
import type { Metadata } from '../metadata/metadata.ts';
import { fieldOf, type ObjectDescribe } from '../metadata/object-describe.ts';
import { checkMatch, checkObjectName, checkRecordId } from '../plan/check-names.ts';
import { queryPart } from '../reads/read-part.ts';
import { readComposite } from '../reads/read-composite.ts';
import { builtText, refuseInput } from '../reads/refuse-input.ts';
import { buildQuery } from '../soql/build-query.ts';
import { CANDIDATE_LIMIT, matchConditions } from '../soql/match-query.ts';
import { nameField } from '../soql/name-field.ts';
import { recordSchema } from '../transport/answer-schemas.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { LookUpResult } from './custom-objects.ts';
import type { RetrieveOptions } from './object-client.ts';
import { typedValue } from './typed-value.ts';

/** One query by any fields that can be filtered by; the object's describe is asked for where it is not known. */
export async function lookUpRecord(
  { transport, metadata }: { readonly transport: OrgTransport; readonly metadata: Metadata },
  { object, match, fields, signal }: RetrieveOptions & { readonly object: string; readonly match: Match },
): Promise<LookUpResult> {
  checkObjectName(object, 'object');
  const { Id: id, ...others } = match;
  const wanted: Match = id === undefined ? others : { ...others, Id: checkRecordId(String(id), 'match.Id') };
  if (id === undefined || Object.keys(others).length > 0) checkMatch(others, 'match');
  const meter = createCallMeter();
  const describe = await metadata.describe(object, { meter, signal });
  refuseInput(matchProblems(wanted, describe), object);

  const asked = fields ?? describe.fields.filter(({ type }) => type !== 'base64').map(({ name }) => name);
  const visible = asked.flatMap((field) => fieldOf(describe, field) ?? []);
  const hiddenFields = asked.filter((field) => fieldOf(describe, field) === undefined);
  const name = fieldOf(describe, nameField(object))?.name;
  const select = new Set(['Id', ...(name === undefined ? [] : [name]), ...visible.map((field) => field.name)]);
  const soql = builtText(
    () =>
      buildQuery({
        select: [...select],
        from: object,
        where: matchConditions(wanted, (field) => fieldOf(describe, field)?.type),
        orderBy: 'Id',
        limit: CANDIDATE_LIMIT + 1,
      }),
    'match',
    object,
  );
  const { values, apiCalls } = await readComposite(
    transport,
    { found: queryPart({ soql, row: recordSchema, object }) },
    { signal },
  );
  const said = { hiddenFields, apiCalls: apiCalls + meter.calls };
  const [first, ...more] = values.found.records;
  if (first === undefined) return { found: 'none', ...said };
  if (more.length > 0) {
    const candidates = [first, ...more].slice(0, CANDIDATE_LIMIT).map((record) => ({
      id: record.Id,
      name: name !== undefined && typeof record[name] === 'string' ? record[name] : null,
    }));
    return { found: 'several', candidates, ...said };
  }
  const attempt: Attempt = { verb: 'query', object, recordId: first.Id };
  const typed = visible.map((field): [string, unknown] => [field.name, typedValue(first[field.name], field, attempt)]);
  return { found: 'one', record: { id: first.Id, values: Object.fromEntries(typed) }, ...said };
}

function matchProblems(match: Match, describe: ObjectDescribe): InvalidValue[] {
  return Object.keys(match).flatMap((name): InvalidValue[] => {
    const field = fieldOf(describe, name);
    if (field?.filterable === true) return [];
    const message =
      field === undefined ? 'the field is not there, or hidden from the user' : 'the field cannot be filtered by';
    return [{ path: `match.${name}`, message, remedy: 'Match by another field, e.g. the name or an External ID.' }];
  });
}
