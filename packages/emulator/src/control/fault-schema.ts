import { z } from 'zod';
import type { Fault } from '../faults/fault.ts';
import { knownAnswers, type KnownAnswer } from '../faults/known-answers.ts';
import { operations } from '../operations/index.ts';
import { isPattern } from './is-pattern.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Longest time that a timer can wait, in milliseconds. */
const MAX_DELAY = 2 ** 31 - 1;

const answer = z
  .strictObject({
    status: z.int().min(200).max(599),
    body: z.unknown(),
    headers: z.record(z.string(), z.string()).optional(),
    counts: z.boolean().optional(),
  })
  .transform(withoutUndefined);
const milliseconds = z.int().nonnegative().max(MAX_DELAY);
const pathPattern = z
  .string()
  .refine(isPattern, 'is no regular expression')
  .transform((source) => new RegExp(source))
  .optional();

const chance = {
  times: z.union([z.int().positive(), z.literal('unlimited')]).optional(),
  probability: z.number().min(0).max(1).optional(),
  seed: z.int().nonnegative().optional(),
};
const writeScope = {
  ...chance,
  org: z.string().optional(),
  user: z.string().optional(),
  object: z.string().optional(),
};
const requestScope = {
  ...writeScope,
  operation: z
    .string()
    .refine(
      (name) => operations.some((operation) => operation.name === name),
      'is no operation of this emulator (--coverage lists them)',
    )
    .optional(),
  method: z.string().optional(),
  path: z.string().optional(),
  pathPattern,
};

const drift = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('add'), key: z.string(), value: z.json() }),
  z.strictObject({ change: z.literal('remove'), key: z.string() }),
  z.strictObject({ change: z.literal('null'), key: z.string() }),
  z.strictObject({ change: z.literal('rename'), key: z.string(), to: z.string() }),
  z.strictObject({ change: z.literal('shortIds') }),
]);

const knownNames = Object.keys(knownAnswers) as [KnownAnswer, ...KnownAnswer[]];

const requestFault = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('delay'), milliseconds, ...requestScope }),
  z.strictObject({
    fault: z.enum(['dropBeforeCommit', 'dropAfterCommit', 'loseRotatedToken', 'expireSession', 'killSessions']),
    ...requestScope,
  }),
  z.strictObject({ fault: z.enum(knownNames), ...requestScope }),
  z.strictObject({ fault: z.literal('answer'), answer, ...requestScope }),
  z.strictObject({ fault: z.literal('drift'), changes: z.array(drift).min(1), ...requestScope }),
]);
const writeFault = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('lockRow'), recordId: z.string().optional(), ...writeScope }),
  z.strictObject({ fault: z.literal('readOnly'), ...writeScope }),
]);

const match = z
  .strictObject({
    method: z.string().optional(),
    /** A part of the path, query string included. */
    path: z.string().optional(),
    /** A regular expression for it. */
    pathPattern,
    times: z.int().positive().optional(),
  })
  .default({});
/** The short forms, with what they are for in `match`. */
const shortForm = z.discriminatedUnion('fault', [
  z.strictObject({ fault: z.literal('dropAnswerAfterCommit'), match }),
  z.strictObject({ fault: z.literal('failNext'), answer, match }),
  z.strictObject({ fault: z.literal('delayNext'), milliseconds, match }),
]);

/** A fault as it is sent to `/__emulator/faults`: `pathPattern` stands for a path that is a pattern. */
export const faultSchema = z
  .discriminatedUnion('fault', [requestFault, writeFault, shortForm])
  .transform((sent): Fault => {
    switch (sent.fault) {
      case 'dropAnswerAfterCommit':
        return { fault: 'dropAfterCommit', ...withPattern(sent.match) };
      case 'failNext':
        return { fault: 'answer', answer: sent.answer, ...withPattern(sent.match) };
      case 'delayNext':
        return { fault: 'delay', milliseconds: sent.milliseconds, ...withPattern(sent.match) };
      case 'lockRow':
      case 'readOnly':
        return withoutUndefined(sent);
      default:
        return withPattern(sent);
    }
  });

type WithPath<Sent> = Sent extends unknown ? Omit<Sent, 'path' | 'pathPattern'> & { path?: string | RegExp } : never;

function withPattern<Sent extends { path?: string | undefined; pathPattern?: RegExp | undefined }>(sent: Sent) {
  const { pathPattern: pattern, path, ...rest } = sent;
  return withoutUndefined({ ...rest, path: pattern ?? path } as WithPath<Sent>);
}
