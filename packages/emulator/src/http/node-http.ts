/**
 * What is used of `node:http`, without an import: that would read every one of its exports, and those that belong to `fetch`
 * load all of its client, a quarter of the time to start.
 */
const { createServer, STATUS_CODES } = process.getBuiltinModule('node:http');

export { createServer };

/** The reason phrase of a status; empty where there is none. */
export function reasonPhrase(status: number): string {
  return STATUS_CODES[status] ?? '';
}
