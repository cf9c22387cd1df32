import type { ServerResponse } from 'node:http';

interface Answer {
  readonly response: ServerResponse;
  readonly body: string | Uint8Array | undefined;
}

let nextTurn: Promise<void> | undefined;
let answers: Answer[] = [];
let willAnswer = false;

/**
 * Resolves once the requests that came in this turn of the event loop have been read; they are then handled one after the
 * other, and answered one after the other. To change between reading, handling and answering with each request costs more
 * than the handling itself: every system call makes the processor forget code and data that the next request needs.
 */
export function ownTurn(): Promise<void> {
  nextTurn ??= new Promise((resolve) => {
    setImmediate(() => {
      nextTurn = undefined;
      resolve();
    });
    // Runs in the same turn, when what was waiting for the promise has run.
    answerSoon();
  });
  return nextTurn;
}

/** Ends the answer with the others of its turn. */
export function endInTurn(response: ServerResponse, body?: string | Uint8Array): void {
  answers.push({ response, body });
  answerSoon();
}

function answerSoon(): void {
  if (willAnswer) return;
  willAnswer = true;
  setImmediate(() => {
    willAnswer = false;
    const due = answers;
    answers = [];
    for (const { response, body } of due) response.end(body);
  });
}
