import type { Subrequest } from './subrequest.ts';

const REFERENCE = /@\{([^{}.[]+)/g;

/** The reference ids that a subrequest's URL and body name. */
export function referencedIds({ url, body }: Subrequest): ReadonlySet<string> {
  const text = `${url} ${body === undefined ? '' : JSON.stringify(body)}`;
  return new Set([...text.matchAll(REFERENCE)].map((match) => match[1] ?? ''));
}
