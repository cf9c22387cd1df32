import type { RequestOptions } from '../transport/request-options.ts';
import type { Interaction } from './activity.ts';
import type { FurtherPage } from './query-page.ts';

/**
 * Newest first; what has no date comes last, as in Salesforce's own activity history. A task's date is taken for the begin
 * of its day. The queries of a time line are sorted likewise.
 */
export function compareInteractions(left: Interaction, right: Interaction): number {
  return (
    descending(left.at ?? '', right.at ?? '') ||
    descending(left.lastModifiedAt, right.lastModifiedAt) ||
    descending(left.id, right.id)
  );
}

function descending(left: string, right: string): number {
  return left < right ? 1 : left > right ? -1 : 0;
}

/** Salesforce keeps a task beside an email that it logs: of the two, the email is listed. */
export function withoutTwins(interactions: readonly Interaction[]): Interaction[] {
  const twins = new Set(interactions.map((one) => (one.kind === 'email' ? one.taskId : undefined)));
  return interactions.filter(({ id }) => !twins.has(id));
}

/**
 * Merges sorted sources into one time line, asking a source for its next page when its last one is used up. Every page of
 * the result is as long as can be told for certain; its cost is that of the pages read for it.
 */
export async function* mergeTimeLines(
  sources: readonly AsyncGenerator<FurtherPage<Interaction>, void, undefined>[],
  { given }: RequestOptions & { readonly given: ReadonlySet<string> },
): AsyncGenerator<FurtherPage<Interaction>, void, undefined> {
  const open = sources.map((source) => ({ source, waiting: [] as Interaction[], done: false }));
  const listed = new Set(given);
  while (open.some(({ done, waiting }) => !done || waiting.length > 0)) {
    let apiCalls = 0;
    for (const one of open) {
      while (!one.done && one.waiting.length === 0) {
        const next = await one.source.next();
        if (next.done === true) one.done = true;
        else {
          one.waiting.push(...next.value.records);
          apiCalls += next.value.apiCalls;
        }
      }
    }
    // Up to where the source that ends first has told: beyond it, what it has next is not known.
    const ends = open.filter(({ done, waiting }) => !done && waiting.length > 0).map(({ waiting }) => waiting.at(-1)!);
    const horizon = ends.sort(compareInteractions)[0];
    const records: Interaction[] = [];
    for (const one of open) {
      const certain = one.waiting.findIndex(
        (interaction) => horizon !== undefined && compareInteractions(interaction, horizon) > 0,
      );
      records.push(...one.waiting.splice(0, certain === -1 ? one.waiting.length : certain));
    }
    for (const record of records) if (record.kind === 'email' && record.taskId) listed.add(record.taskId);
    const fresh = records.filter(({ id }) => !listed.has(id)).sort(compareInteractions);
    for (const { id } of fresh) listed.add(id);
    if (fresh.length > 0 || apiCalls > 0) yield { records: fresh, apiCalls };
  }
}
