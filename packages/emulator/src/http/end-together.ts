import type { ServerResponse } from 'node:http';

/** More than these are not held back: whoever waits for them could work meanwhile. */
const MOST_WAITING = 5;

let waiting: { readonly response: ServerResponse; readonly body: string | Uint8Array | undefined }[] = [];

/**
 * Ends the answer with those of the other requests that came in the same turn of the event loop. To hand over an answer
 * wakes its client up, which often costs more than making the answer; a client that is woken once takes several.
 */
export function endTogether(response: ServerResponse, body?: string | Uint8Array): void {
  if (waiting.length === 0) setImmediate(endAll);
  waiting.push({ response, body });
  if (waiting.length >= MOST_WAITING) endAll();
}

function endAll(): void {
  const due = waiting;
  waiting = [];
  for (const { response, body } of due) response.end(body);
}
