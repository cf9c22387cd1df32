import { matchesFault, type FaultMatch, type FaultedRequest } from './fault-match.ts';

export interface FaultAnswer {
  readonly status: number;
  /** A text is sent as HTML, anything else as JSON. */
  readonly body: unknown;
}

/** What the org was told to do wrong. The oldest fault that fits is taken first. */
export interface Faults {
  /** The request is handled and committed, then the connection is closed without an answer. */
  readonly dropAnswerAfterCommit: (match?: FaultMatch) => void;
  /** Answered instead of being handled; nothing is written. */
  readonly failNext: (answer: FaultAnswer, match?: FaultMatch) => void;
  /** Handled after this many milliseconds. */
  readonly delayNext: (milliseconds: number, match?: FaultMatch) => void;
  readonly clear: () => void;
}

/** What the faults mean for one request. */
export interface TakenFaults {
  readonly drop: boolean;
  readonly answer: FaultAnswer | undefined;
  readonly delayMilliseconds: number;
}

export interface ArmedFaults extends Faults {
  take(request: FaultedRequest): TakenFaults;
}

interface Armed<Effect> {
  readonly match: FaultMatch;
  readonly effect: Effect;
  left: number;
}

export function createFaults(): ArmedFaults {
  const drops: Armed<true>[] = [];
  const answers: Armed<FaultAnswer>[] = [];
  const delays: Armed<number>[] = [];

  return {
    dropAnswerAfterCommit: (match = {}) => void drops.push(arm(true, match)),
    failNext: (answer, match = {}) => void answers.push(arm(answer, match)),
    delayNext: (milliseconds, match = {}) => void delays.push(arm(milliseconds, match)),
    clear() {
      for (const list of [drops, answers, delays]) list.length = 0;
    },
    take(request) {
      return {
        drop: takeFirst(drops, request) ?? false,
        answer: takeFirst(answers, request),
        delayMilliseconds: takeFirst(delays, request) ?? 0,
      };
    },
  };
}

function arm<Effect>(effect: Effect, match: FaultMatch): Armed<Effect> {
  return { match, effect, left: match.times ?? 1 };
}

function takeFirst<Effect>(list: Armed<Effect>[], request: FaultedRequest): Effect | undefined {
  const armed = list.find((candidate) => matchesFault(candidate.match, request));
  if (!armed) return undefined;
  armed.left -= 1;
  if (armed.left <= 0) list.splice(list.indexOf(armed), 1);
  return armed.effect;
}
