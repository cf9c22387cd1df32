import { RecordLockedError } from '../../src/errors/api-errors.ts';
import { NOTHING_KNOWN } from '../../src/errors/missing/org-knowledge.ts';
import type { ConditionalAnswer, OrgCondition, OrgRequest, OrgTransport } from '../../src/transport/org-transport.ts';

const NEVER = new Error('It is not sent.');

/** Someone who reads and writes the record. */
export interface Writer {
  readonly transport: OrgTransport;
  /** Changes a field without a condition, as a person does on the page. */
  edit(values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** How far someone's work has come. */
interface Turn {
  state: 'running' | 'waiting' | 'done';
  go: () => void;
}

/**
 * One record of an org whose writers take turns: each of their requests, and each wait, happens at once and only when it is its
 * turn. Times are kept as Salesforce keeps them: `LastModifiedDate` and `If-Unmodified-Since` in whole seconds.
 */
export function aSharedRecord(fields: Readonly<Record<string, unknown>> = {}) {
  let record: Readonly<Record<string, unknown>> = fields;
  let version = 0;
  let clock = Date.parse('2026-11-23T10:00:00.000Z');
  let modifiedAt = clock - 3_600_000;
  /** Edits that were overwritten by someone who had not seen them. */
  let lost = 0;
  const turns: Turn[] = [];

  function aWriter(): Writer & { finished(work: Promise<unknown>): void } {
    const turn: Turn = { state: 'running', go: () => undefined };
    turns.push(turn);
    let seen = version;
    const myTurn = async (): Promise<void> => {
      turn.state = 'waiting';
      await new Promise<void>((resolve) => (turn.go = resolve));
    };
    const change = (values: unknown): void => {
      record = { ...record, ...(values as object) };
      version += 1;
      modifiedAt = clock;
    };
    const transport: OrgTransport = {
      apiVersion: '66.0',
      apiCalls: 0,
      apiUsage: undefined,
      knows: NOTHING_KNOWN,
      send: async () => Promise.reject(NEVER),
      async sendConditional<Answer>(request: OrgRequest<Answer> & OrgCondition): Promise<ConditionalAnswer<Answer>> {
        await myTurn();
        const headers = { date: new Date(clock).toUTCString() };
        if (request.method === 'GET') {
          seen = version;
          const LastModifiedDate = new Date(inSeconds(modifiedAt)).toISOString().replace('Z', '+0000');
          return { unmodified: false, value: request.answer.parse({ ...record, LastModifiedDate }), headers };
        }
        const since = Date.parse(request.headers['If-Unmodified-Since'] ?? '');
        if (!(inSeconds(modifiedAt) <= since)) throw refused();
        if (seen !== version) lost += 1;
        change(request.body);
        return { unmodified: false, value: request.answer.parse(undefined), headers };
      },
      async wait(milliseconds) {
        await myTurn();
        clock += milliseconds;
      },
    };
    return {
      transport,
      async edit(values) {
        await myTurn();
        change(values);
      },
      finished(work) {
        void Promise.allSettled([work]).then(() => (turn.state = 'done'));
      },
    };
  }

  return {
    /** Starts someone's work, who takes part from now on. */
    start<Result>(work: (writer: Writer) => Promise<Result>): Promise<Result> {
      const writer = aWriter();
      const result = work(writer);
      writer.finished(result);
      return result;
    },
    /** Lets one after the other go on, as it is chosen, until all are done; before each turn time may pass. */
    async play(choose: (options: number) => number, pass: () => number): Promise<void> {
      for (;;) {
        while (turns.some(({ state }) => state === 'running')) await Promise.resolve();
        const waiting = turns.filter(({ state }) => state === 'waiting');
        const next = waiting[choose(waiting.length)];
        if (next === undefined) return;
        clock += pass();
        next.state = 'running';
        next.go();
      }
    },
    get record() {
      return record;
    },
    get lost() {
      return lost;
    },
  };
}

function inSeconds(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

function refused(): RecordLockedError {
  return new RecordLockedError({
    message: 'It has been changed.',
    remedy: 'Read it again.',
    fixedBy: 'salesforce',
    outcome: 'notApplied',
    httpStatus: 412,
  });
}
