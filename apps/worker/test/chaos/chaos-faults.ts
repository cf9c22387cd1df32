import type { Emulator } from '@uman/emulator';

const COMPOSITE = { method: 'POST', path: /\/composite$/ };
const QUERY = { method: 'GET', path: '/query/' };
const DESCRIBE = { method: 'GET', path: /\/describe$/ };
const TOKEN = { method: 'POST', path: '/oauth2/token' };
const DOWN = { status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'server too busy' }] };
const GATEWAY = { status: 502, body: '<html><body>Bad gateway</body></html>' };
const LOCKED = {
  status: 400,
  body: [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'unable to obtain exclusive access to this record', fields: [] }],
};

export interface ChaosFault {
  readonly name: string;
  strike(emulator: Emulator): void;
}

/**
 * Faults after which every request has counted, each for one request: lost answers, and delays beyond the worker's
 * patience (the request is carried out long after it was given up).
 */
export function countedFaults({ requestTimeoutMilliseconds }: { requestTimeoutMilliseconds: number }): ChaosFault[] {
  const late = Math.round(requestTimeoutMilliseconds * 1.5);
  const veryLate = requestTimeoutMilliseconds * 4;
  return [
    { name: 'lose the answer of a write', strike: ({ faults }) => faults.dropAnswerAfterCommit(COMPOSITE) },
    { name: 'lose the answer of a query', strike: ({ faults }) => faults.dropAnswerAfterCommit(QUERY) },
    { name: 'lose the answer of a describe', strike: ({ faults }) => faults.dropAnswerAfterCommit(DESCRIBE) },
    { name: 'lose any answer of the API', strike: ({ faults }) => faults.dropAnswerAfterCommit({ path: '/data/' }) },
    { name: 'carry a write out late', strike: ({ faults }) => faults.delayNext(late, COMPOSITE) },
    { name: 'carry a write out very late', strike: ({ faults }) => faults.delayNext(veryLate, COMPOSITE) },
    { name: 'carry two writes out late', strike: ({ faults }) => faults.delayNext(late, { ...COMPOSITE, times: 2 }) },
    { name: 'answer a query late', strike: ({ faults }) => faults.delayNext(late, QUERY) },
  ];
}

/** Requests that are turned away: with some of the faults above at once, nobody who lost the answer can know that. */
export const refusals: readonly ChaosFault[] = [
  { name: 'be down', strike: ({ faults }) => faults.failNext(DOWN, COMPOSITE) },
  { name: 'be down for queries', strike: ({ faults }) => faults.failNext(DOWN, QUERY) },
  { name: 'stand behind a broken gateway', strike: ({ faults }) => faults.failNext(GATEWAY, COMPOSITE) },
  { name: 'hold a lock', strike: ({ faults }) => faults.failNext(LOCKED, COMPOSITE) },
  { name: 'refuse a refresh for now', strike: ({ faults }) => faults.failNext(DOWN, TOKEN) },
  { name: 'delay a refresh', strike: ({ faults }) => faults.delayNext(200, TOKEN) },
];

/** After this the user has to connect again: the rotated refresh token is lost. */
export function loseRefresh({ faults }: Emulator): void {
  faults.dropAnswerAfterCommit(TOKEN);
}
