import { randomUUID } from 'node:crypto';
import type { RowWrite } from '../org/row-write.ts';
import type { Org } from '../org/org.ts';
import { isWriteFault, type Fault, type FaultAnswer, type RequestFault } from './fault.ts';
import { fitsRequest, fitsWrite, type FaultedRequest } from './fault-scope.ts';
import { isKnownAnswer, knownAnswers } from './known-answers.ts';
import type { Drift } from './drift-body.ts';
import { refuseWrite } from './refuse-write.ts';
import { createRandom } from './create-random.ts';

/** Which requests the short forms are for. */
export interface FaultMatch {
  /** @default any */
  readonly method?: string;
  /** A part of the path (query string included), or a pattern. @default any */
  readonly path?: string | RegExp;
  /** How many requests it hits. @default 1 */
  readonly times?: number;
}

/** A fault that is armed. */
export interface ArmedFault {
  readonly id: string;
  readonly fault: Fault;
  /** How often it has hit so far. */
  readonly hits: number;
}

/** What the orgs are told to do wrong. Of the faults of one kind, the oldest that fits and hits is taken. */
export interface Faults {
  /** Arms a fault. @returns its id */
  readonly add: (fault: Fault) => string;
  /** The faults that may still hit, oldest first. */
  readonly list: () => readonly ArmedFault[];
  /** Unknown ids are left alone: a fault that has hit as often as it should is gone by itself. */
  readonly remove: (id: string) => void;
  readonly clear: () => void;
  /** The request is handled and committed, then the connection is closed without an answer. */
  readonly dropAnswerAfterCommit: (match?: FaultMatch) => void;
  /** Answered instead of being handled; nothing is written. */
  readonly failNext: (answer: FaultAnswer, match?: FaultMatch) => void;
  /** Handled after this many milliseconds. */
  readonly delayNext: (milliseconds: number, match?: FaultMatch) => void;
}

/** What the faults mean for one request. */
export interface TakenFaults {
  readonly drop: 'beforeCommit' | 'afterCommit' | undefined;
  readonly answer: FaultAnswer | undefined;
  readonly delayMilliseconds: number;
  readonly session: 'expire' | 'kill' | undefined;
  readonly drift: readonly Drift[];
}

export interface FaultEngine extends Faults {
  /** Nothing is armed: nothing needs to be looked at. */
  readonly isIdle: () => boolean;
  readonly take: (request: FaultedRequest) => TakenFaults;
  /** The answer for a subrequest of a composite or batch: of faults that name an operation or an object. */
  readonly takeForSubrequest: (request: FaultedRequest) => FaultAnswer | undefined;
  /** @throws SalesforceApiError where a fault refuses the write */
  readonly beforeWrite: (org: Org, write: () => RowWrite) => void;
}

interface Armed {
  readonly id: string;
  readonly fault: Fault;
  readonly random: () => number;
  left: number;
  hits: number;
}

export function createFaults(): FaultEngine {
  let armed: Armed[] = [];

  const add = (fault: Fault): string => {
    const id = randomUUID();
    const times = fault.times ?? (isWriteFault(fault) ? 'unlimited' : 1);
    const left = times === 'unlimited' ? Infinity : times;
    armed.push({ id, fault, random: createRandom(fault.seed ?? 1), left, hits: 0 });
    return id;
  };
  const hits = (candidate: Armed): boolean => {
    if (candidate.random() >= (candidate.fault.probability ?? 1)) return false;
    candidate.left -= 1;
    candidate.hits += 1;
    if (candidate.left <= 0) armed = armed.filter((other) => other !== candidate);
    return true;
  };
  /** The first fault for the request among those that the test lets through. */
  const takeFirst = (request: FaultedRequest, isWanted: (fault: RequestFault) => boolean): RequestFault | undefined => {
    for (const candidate of armed) {
      const { fault } = candidate;
      if (isWriteFault(fault) || !isWanted(fault) || !fitsRequest(fault, request)) continue;
      if (hits(candidate)) return fault;
    }
    return undefined;
  };
  const takeAnswer = (request: FaultedRequest, isWanted: (fault: RequestFault) => boolean = () => true) => {
    const taken = takeFirst(request, (fault) => toAnswer(fault) !== undefined && isWanted(fault));
    return taken && toAnswer(taken);
  };

  return {
    add,
    list: () => armed.map(({ id, fault, hits: count }) => ({ id, fault, hits: count })),
    remove(id) {
      armed = armed.filter((candidate) => candidate.id !== id);
    },
    clear() {
      armed = [];
    },
    dropAnswerAfterCommit: (match = {}) => void add({ fault: 'dropAfterCommit', ...match }),
    failNext: (answer, match = {}) => void add({ fault: 'answer', answer, ...match }),
    delayNext: (milliseconds, match = {}) => void add({ fault: 'delay', milliseconds, ...match }),
    isIdle: () => armed.length === 0,
    take(request) {
      const isNamed = (...names: readonly RequestFault['fault'][]) => {
        return ({ fault }: RequestFault): boolean => names.includes(fault);
      };
      const delay = takeFirst(request, isNamed('delay'));
      const session = takeFirst(request, (fault) => isEndOfSession(fault) && request.userId !== undefined);
      const answer = takeAnswer(request);
      const isLost = (fault: RequestFault): boolean => fault.fault !== 'loseRotatedToken' || request.isRefresh;
      const isDrop = isNamed('dropBeforeCommit', 'dropAfterCommit', 'loseRotatedToken');
      const drop = takeFirst(request, (fault) => isDrop(fault) && isLost(fault));
      const drift = takeFirst(request, isNamed('drift'));
      return {
        delayMilliseconds: delay?.fault === 'delay' ? delay.milliseconds : 0,
        session: session && (session.fault === 'killSessions' ? 'kill' : 'expire'),
        answer,
        drop: drop && (drop.fault === 'dropBeforeCommit' ? 'beforeCommit' : 'afterCommit'),
        drift: drift?.fault === 'drift' ? drift.changes : [],
      };
    },
    takeForSubrequest: (request) =>
      takeAnswer(request, ({ operation, object }) => operation !== undefined || object !== undefined),
    beforeWrite(org, toWrite) {
      if (armed.length === 0) return;
      const write = { ...toWrite(), org };
      for (const candidate of armed) {
        const { fault } = candidate;
        if (isWriteFault(fault) && fitsWrite(fault, write) && hits(candidate)) throw refuseWrite(fault);
      }
    },
  };
}

function isEndOfSession({ fault }: RequestFault): boolean {
  return fault === 'expireSession' || fault === 'killSessions';
}

function toAnswer(fault: RequestFault): FaultAnswer | undefined {
  if (fault.fault === 'answer') return fault.answer;
  return isKnownAnswer(fault.fault) ? knownAnswers[fault.fault] : undefined;
}
