import { referencedIds } from './referenced-ids.ts';
import type { Subrequest } from './subrequest.ts';

const CREATE = /^\/?services\/data\/v[\d.]+\/sobjects\/(\w+)\/?$/;

/**
 * The order of a composite that is collated: creates of one object run together, where the first of them stood, unless
 * one needs an answer that is not there by then, or has headers of its own. Source: REST API guide, Composite Request
 * Body (`collateSubrequests`): unrelated subrequests may be bulkified; one with headers is not.
 */
export function collate(subrequests: readonly Subrequest[]): readonly Subrequest[] {
  const left = [...subrequests];
  const ordered: Subrequest[] = [];
  const done = new Set<string>();
  const take = (subrequest: Subrequest): void => {
    left.splice(left.indexOf(subrequest), 1);
    ordered.push(subrequest);
    done.add(subrequest.referenceId);
  };
  for (let next = left[0]; next; next = left[0]) {
    take(next);
    const object = createdObject(next);
    if (object === undefined) continue;
    const known = new Set(done);
    const together = left.filter(
      (other) => createdObject(other) === object && [...referencedIds(other)].every((id) => known.has(id)),
    );
    together.forEach(take);
  }
  return ordered;
}

function createdObject({ method, url, httpHeaders }: Subrequest): string | undefined {
  if (method !== 'POST' || Object.keys(httpHeaders ?? {}).length > 0) return undefined;
  return CREATE.exec(url)?.[1]?.toLowerCase();
}
