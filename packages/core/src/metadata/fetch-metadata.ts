import { dataPath } from '../plan/plan-context.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import { SUBREQUEST_LIMIT } from '../transport/composite-limits.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { parsePart } from '../transport/parse-part.ts';
import { refusedPart } from '../transport/refused-part.ts';
import { sendComposite, type Subanswer } from '../transport/send-composite.ts';
import type { Validator } from './kept-metadata.ts';
import type { Fetched, Wanted } from './metadata-cache.ts';

/**
 * Asks for metadata with as few API calls as it takes: what can go into a composite goes into one, 25 at a time; what UI API
 * answers is asked one by one. One that fails does not fail the others. Source: REST API guide, Composite.
 */
export async function fetchMetadata(
  transport: OrgTransport,
  wanted: readonly Wanted[],
  meter: CallMeter,
): Promise<readonly Fetched[]> {
  const composable = wanted.filter(({ resource }) => resource.composable);
  const groups = chunksOf(composable, SUBREQUEST_LIMIT);
  const fetched = new Map<Wanted, Fetched>();
  const requests = [
    ...groups.map(async (group) => {
      const [only] = group;
      const answers = group.length === 1 && only !== undefined ? [await fetchOne(only)] : await fetchTogether(group);
      for (const [index, one] of group.entries()) fetched.set(one, answers[index] ?? { error: undefined });
    }),
    ...wanted
      .filter(({ resource }) => !resource.composable)
      .map(async (one) => {
        fetched.set(one, await fetchOne(one));
      }),
  ];
  await Promise.all(requests);
  return wanted.map((one) => fetched.get(one) ?? { error: undefined });

  async function fetchOne({ resource, validator }: Wanted): Promise<Fetched> {
    const { path, answer, attempt, headers } = resource;
    const conditions = { ...headers, ...conditionOf(validator) };
    try {
      const got = await transport.sendConditional({ method: 'GET', path, answer, attempt, headers: conditions, meter });
      return got.unmodified ? { unmodified: true } : { value: got.value, validator: validatorOf(got.headers) };
    } catch (error) {
      return { error };
    }
  }

  async function fetchTogether(group: readonly Wanted[]): Promise<readonly Fetched[]> {
    try {
      const answers = await sendComposite(
        transport,
        group.map(({ resource, validator }, index) => ({
          referenceId: `metadata${index}`,
          method: 'GET',
          url: dataPath(transport) + resource.path,
          httpHeaders: { ...resource.headers, ...conditionOf(validator) },
        })),
        { allOrNone: false, attempt: { verb: 'describe', object: 'several objects' }, meter },
      );
      return group.map((one, index) => toFetched(one, answers[index], transport));
    } catch (error) {
      return group.map(() => ({ error }));
    }
  }
}

function toFetched({ resource }: Wanted, subanswer: Subanswer | undefined, transport: OrgTransport): Fetched {
  const { attempt, answer } = resource;
  if (subanswer === undefined) return { error: refusedPart(transport, { status: 0, body: undefined }, { attempt }) };
  const { status, headers } = subanswer;
  if (status === 304) return { unmodified: true };
  if (status >= 300) return { error: refusedPart(transport, subanswer, { attempt }) };
  try {
    return { value: parsePart(answer, subanswer, attempt), validator: validatorOf(headers) };
  } catch (error) {
    return { error };
  }
}

/** `ETag` is honoured by UI API only, and `If-Modified-Since` by describes. Source: REST API guide, Conditional Requests. */
function conditionOf({ lastModified, eTag }: Validator): Record<string, string> {
  if (lastModified !== undefined) return { 'If-Modified-Since': lastModified };
  return eTag === undefined ? {} : { 'If-None-Match': eTag };
}

function validatorOf(headers: Readonly<Record<string, string>>): Validator {
  const byName = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const lastModified = byName.get('last-modified');
  if (lastModified !== undefined && !Number.isNaN(Date.parse(lastModified))) return { lastModified };
  const eTag = byName.get('etag');
  return eTag === undefined ? {} : { eTag };
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
