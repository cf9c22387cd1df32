/** What of an input is its address or its handling, and so no part of what is written. */
const NOT_CONTENT = new Set(['key', 'connectionId', 'priority', 'onProblem']);

/** The same content always gives the same text: keys sorted, absent and undefined values alike. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    entries.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return `{${entries.map(([name, entry]) => `${JSON.stringify(name)}:${canonical(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * SHA-256 (64 hex digits) of what an already parsed input asks to write. Two inputs with the same hash ask for the same
 * write of the given workflow type; key, connection and priority do not count.
 */
export async function contentHash(workflowType: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const content = Object.fromEntries(Object.entries(input).filter(([name]) => !NOT_CONTENT.has(name)));
  const bytes = new TextEncoder().encode(canonical({ workflowType, content }));
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
