import { parseApiFaults } from '../errors/api-fault.ts';
import { requestStep, type RequestStep } from '../errors/attempt.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import { QUERY_LIMIT, SUBREQUEST_LIMIT } from '../transport/composite-limits.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { refusedPart } from '../transport/refused-part.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { exchangeComposite, type Subanswer } from '../transport/send-composite.ts';
import { type NotVisible, toNotVisible } from './not-visible.ts';
import type { ReadPart } from './read-part.ts';

/** Parts by a name of letters, digits and `_`; a later one may refer to an earlier one's answer by it. */
export type ReadParts = Readonly<Record<string, ReadPart<unknown>>>;

export interface CompositeRead<Parts extends ReadParts> {
  readonly values: { readonly [Name in keyof Parts]: ReturnType<Parts[Name]['toValue']> };
  /** The optional parts that have no value, by their names, with what the org said of them. */
  readonly notVisible: Readonly<Record<string, NotVisible>>;
  /** What the whole read cost; further pages say their own cost. */
  readonly apiCalls: number;
  /** By the org's clock: nothing of it was read before. In milliseconds since 1970. */
  readonly notBefore: number;
}

/**
 * Reads several things as one API call: the one way in which this package reads more than one. A part that is refused fails
 * the whole with its SalesforceError, unless it is optional (`ifVisible`) and the refusal says that the user may not see it.
 *
 * @throws SalesforceError of the first part that is refused, or whose answer is not as documented
 * @throws RangeError for more parts than one composite holds; nothing is sent
 */
export async function readComposite<Parts extends ReadParts>(
  transport: OrgTransport,
  parts: Parts,
  {
    signal,
    meter: further,
  }: RequestOptions & { /** Counts the call for someone besides. */ readonly meter?: CallMeter | undefined } = {},
): Promise<CompositeRead<Parts>> {
  const named = Object.entries(parts);
  checkSize(named.map(([, part]) => part));
  const meter = createCallMeter(further);
  const { answers, notBefore } = await exchangeComposite(
    transport,
    named.map(([referenceId, { path, headers = {} }]) => ({
      referenceId,
      method: 'GET',
      url: `/services/data/v${transport.apiVersion}${path}`,
      ...(Object.keys(headers).length === 0 ? {} : { httpHeaders: headers }),
    })),
    { allOrNone: false, attempt: { verb: 'query' }, meter, signal },
  );

  const values: Record<string, unknown> = {};
  const notVisible: Record<string, NotVisible> = {};
  for (const [index, [name, part]] of named.entries()) {
    const answer = answers[index]!;
    if (answer.status < 300 || answer.status === 304) {
      values[name] = part.toValue(answer, transport);
    } else {
      const step = requestStep(answers, name);
      notVisible[name] = refused(answer, part, { transport, step });
    }
  }
  return {
    values: values as CompositeRead<Parts>['values'],
    notVisible,
    apiCalls: meter.calls,
    notBefore,
  };
}

/** Throws unless the part may be absent and is. */
function refused(
  answer: Subanswer,
  { attempt, optional }: ReadPart<unknown>,
  { transport, step }: { readonly transport: OrgTransport; readonly step: RequestStep | undefined },
): NotVisible {
  const notVisible = optional === true ? toNotVisible(parseApiFaults(answer.body), attempt.object) : undefined;
  if (notVisible !== undefined) return notVisible;
  throw refusedPart(transport, answer, { attempt: { ...attempt, step } });
}

function checkSize(parts: readonly ReadPart<unknown>[]): void {
  const queries = parts.filter(({ isQuery }) => isQuery).length;
  if (parts.length > SUBREQUEST_LIMIT || queries > QUERY_LIMIT) {
    throw new RangeError(
      `A composite holds ${SUBREQUEST_LIMIT} parts and ${QUERY_LIMIT} queries, not ${parts.length} and ${queries}; nest queries into one.`,
    );
  }
}
