import { ResponseUnexpectedError, UnavailableError } from '../../src/index.ts';
import { type Exchanged, NOT_RECORDED } from './answering-server.ts';
import { type MutatedAnswer, STRANGE_NUMBER, STRANGE_TEXT } from './mutated-answers.ts';

export type Settled = { readonly value: unknown } | { readonly error: unknown };

/**
 * What is wrong with what became of an answer in another form; undefined where it was refused by its place, or where nobody
 * looks at that place.
 */
export function judgeAnswer(
  settled: Settled,
  {
    mutated,
    original,
    good,
    untyped,
  }: {
    mutated: MutatedAnswer;
    original: Exchanged;
    good: unknown;
    /** Places whose values are handed on as they are, as the types say. */
    untyped: RegExp | undefined;
  },
): string | undefined {
  if ('error' in settled) return judgeError(settled.error, { mutated, original });
  const { value } = settled;
  const place = mutated.path.join('.');
  if (mutated.how === 'unreadable') return isAnswer(mutated, original) ? undefined : 'it was taken for an answer';
  if (untyped?.test(place) === true) return undefined;
  const text = JSON.stringify(value) ?? '';
  if (text.includes(STRANGE_TEXT) || text.includes(String(STRANGE_NUMBER))) return 'the strange value got through';
  // Of a record, what is empty, or left out since the user may not see it, is null or undefined in its type too.
  if ((mutated.how === 'removed' || mutated.how === 'null') && /records\.0\./.test(place)) return undefined;
  const lost = lostValue(good, value, '');
  return lost === undefined ? undefined : `${lost} is undefined`;
}

/** Where nothing is said, null says the same; and the text of a note is any text. */
function isAnswer({ name }: MutatedAnswer, { status, path }: Exchanged): boolean {
  if (status === 204) return name === 'null';
  return path.endsWith('/VersionData') && !name.startsWith('a page');
}

function judgeError(
  error: unknown,
  { mutated, original }: { mutated: MutatedAnswer; original: Exchanged },
): string | undefined {
  // That something is left out may be an answer too, after which more is asked: nobody has recorded that.
  if (error instanceof UnavailableError && error.httpStatus === NOT_RECORDED && mutated.how !== 'wrongType')
    return undefined;
  if (!(error instanceof ResponseUnexpectedError)) return `another error: ${String(error)}`;
  const outcome = isWrite(original) ? 'unknown' : 'notApplied';
  if (error.outcome !== outcome) return `the outcome is ${error.outcome}, not ${outcome}`;
  if (mutated.path.length === 0) return undefined;
  if (!error.issues.some(({ path }) => leadsTo(path, mutated.path))) {
    return `it is placed elsewhere: ${error.issues.map(({ path }) => path).join(', ')}`;
  }
  const [issue] = error.issues;
  return issue !== undefined && error.message.includes(issue.path) ? undefined : 'the message does not name the place';
}

/** Requests that only read may be sent again; all others may have written. */
function isWrite({ method, sent }: Exchanged): boolean {
  if (method === 'GET') return false;
  const body = sent === '' ? {} : (JSON.parse(sent) as { compositeRequest?: { method: string }[] });
  return body.compositeRequest?.every((part) => part.method === 'GET') !== true;
}

/** The place itself, one that it is a part of, or a part of it; of a part of a composite request, from that part on. */
function leadsTo(said: string, path: readonly string[]): boolean {
  if (said === '') return false;
  const steps = said.split('.');
  const inPart = path[0] === 'compositeResponse' && path[2] === 'body' ? path.slice(3) : path;
  const ends = [path, inPart, [steps[0] ?? '', ...inPart]].map((one) => one.join('.'));
  return ends.some((end) => end === said || end.startsWith(`${said}.`) || said.startsWith(`${end}.`));
}

/** Where a value is missing that the good answer led to. */
function lostValue(good: unknown, value: unknown, path: string): string | undefined {
  if (good === undefined || good === null || value === null) return undefined;
  if (value === undefined) return path;
  if (typeof good !== 'object') return undefined;
  // A list that is empty says so itself.
  if (Array.isArray(good) && Array.isArray(value) && value.length === 0) return undefined;
  for (const [key, one] of Object.entries(good)) {
    const lost = lostValue(one, (value as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`);
    if (lost !== undefined) return lost;
  }
  return undefined;
}
