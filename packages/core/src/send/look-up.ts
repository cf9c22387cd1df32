import type { Attempt } from '../errors/attempt.ts';
import { dataPath, type Finding, type Findings } from '../plan/plan-context.ts';
import type { PlannedLookup } from '../plan/write-plan.ts';
import { candidatesSchema, severalFound } from '../soql/found-records.ts';
import { queryPath } from '../soql/query-path.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import { QUERY_LIMIT } from '../transport/composite-limits.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { parsePart } from '../transport/parse-part.ts';
import { refusedPart } from '../transport/refused-part.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { sendComposite } from '../transport/send-composite.ts';

/** Reads all matches of a plan, as many in one API call as it takes queries. Several records for one match: RecordAmbiguousError. */
export async function lookUp(
  transport: OrgTransport,
  lookups: readonly PlannedLookup[],
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<Findings> {
  const findings = new Map<string, Finding>();
  for (let at = 0; at < lookups.length; at += QUERY_LIMIT) {
    for (const [path, finding] of await lookUpSome(transport, lookups.slice(at, at + QUERY_LIMIT), options)) {
      findings.set(path, finding);
    }
  }
  return findings;
}

async function lookUpSome(
  transport: OrgTransport,
  lookups: readonly PlannedLookup[],
  options: RequestOptions & { readonly meter: CallMeter },
): Promise<Findings> {
  const findings = new Map<string, Finding>();
  const answers = await sendComposite(
    transport,
    lookups.map(({ soql }, index) => ({
      referenceId: `match${index}`,
      method: 'GET',
      url: dataPath(transport) + queryPath(soql),
    })),
    { ...options, allOrNone: false, attempt: { verb: 'query' } },
  );
  for (const [index, { object, path }] of lookups.entries()) {
    const answer = answers[index] ?? { referenceId: '', status: 0, body: undefined };
    const attempt: Attempt = { verb: 'query', object, path, pathOfField: (field) => `${path}.${field}` };
    if (answer.status >= 300) throw refusedPart(transport, answer, { attempt });
    const [first, ...others] = parsePart(candidatesSchema(object), answer, attempt);
    if (first !== undefined && others.length > 0) throw severalFound([first, ...others], { object, path });
    const owner = path.slice(0, path.lastIndexOf('.match'));
    findings.set(owner, first === undefined ? { found: 'none' } : { found: 'one', id: first.id });
  }
  return findings;
}
