import type { Exchanged } from './answering-server.ts';

/** An answer that an API might give some day, and the place in it that is not as documented. */
export interface MutatedAnswer {
  /** e.g. `compositeResponse.0.body.records.0.Name is null`. */
  readonly name: string;
  /** Of the whole answer: empty. */
  readonly path: readonly string[];
  readonly how: 'removed' | 'null' | 'wrongType' | 'unreadable' | 'twice';
  readonly answer: Exchanged;
}

/** Found in no good answer, so that it is known wherever it gets to. */
export const STRANGE_TEXT = 'a strange text';
export const STRANGE_NUMBER = 7_770_777;

type Json = unknown;
type Place = { readonly path: readonly string[]; readonly value: Json };

/** Everything that can be wrong with an answer, one thing at a time. Of the elements of a list, only the first is changed. */
export function mutatedAnswers(answer: Exchanged): MutatedAnswer[] {
  const unreadable = unreadableAnswers(answer);
  const json = parsed(answer.body);
  if (json === undefined) return unreadable;
  const mutated = placesIn(json, []).flatMap(({ path, value }): MutatedAnswer[] => {
    const said = path.join('.');
    const one = (how: MutatedAnswer['how'], changed: Json): MutatedAnswer => ({
      name: `${said} ${how}`,
      path,
      how,
      answer: { ...answer, body: JSON.stringify(changed) },
    });
    const isElement = /^\d+$/.test(path.at(-1) ?? '');
    return [
      ...(isElement ? [] : [one('removed', replaced(json, path, undefined))]),
      ...(value === null ? [] : [one('null', replaced(json, path, null))]),
      one('wrongType', replaced(json, path, strangeFor(value))),
    ];
  });
  return [...unreadable, ...mutated, ...givenTwice(answer, json)];
}

/** What a proxy, a page or a broken line makes of an answer. */
function unreadableAnswers(answer: Exchanged): MutatedAnswer[] {
  const { body, headers } = answer;
  const html = { ...headers, 'content-type': 'text/html;charset=UTF-8' };
  const json = { ...headers, 'content-type': 'application/json;charset=UTF-8' };
  const bodies: [string, Readonly<Record<string, string>>, string][] = [
    ['a page', html, '<html><body>Maintenance</body></html>'],
    ['a page that says it is JSON', json, '<html><body>Maintenance</body></html>'],
    ['empty', json, ''],
    ['null', json, 'null'],
    ['a list', json, '[]'],
    ['a text', json, '"OK"'],
    ['an object without members', json, '{}'],
    ...(body.length > 10
      ? [['cut short', headers, body.slice(0, body.length - 5)] as [string, Record<string, string>, string]]
      : []),
  ];
  return bodies.map(([name, changed, text]) => ({
    name,
    path: [],
    how: 'unreadable',
    answer: { ...answer, status: answer.status === 204 ? 200 : answer.status, headers: changed, body: text },
  }));
}

/** A key that comes twice: the last one counts, for every reader of JSON that we know. */
function givenTwice(answer: Exchanged, json: Json): MutatedAnswer[] {
  if (!isObject(json)) return [];
  return Object.keys(json).map((key) => {
    const strange = JSON.stringify(strangeFor(json[key]));
    const body = `${answer.body.trimEnd().slice(0, -1)},${JSON.stringify(key)}:${strange}}`;
    return { name: `${key} twice`, path: [key], how: 'twice', answer: { ...answer, body } };
  });
}

function placesIn(json: Json, path: readonly string[]): Place[] {
  if (Array.isArray(json)) {
    // Each part of a composite request is an answer of its own, and one that was refused has no form to keep.
    const all = path.at(-1) === 'compositeResponse';
    const elements = json.map((value, index) => ({ path: [...path, String(index)], value: value as Json }));
    const chosen = all ? elements.filter(({ value }) => !isRefused(value)) : elements.slice(0, 1);
    return chosen.flatMap((one) => [one, ...placesIn(one.value, one.path)]);
  }
  if (!isObject(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => [
    { path: [...path, key], value },
    ...placesIn(value, [...path, key]),
  ]);
}

function isRefused(part: Json): boolean {
  return isObject(part) && typeof part['httpStatusCode'] === 'number' && part['httpStatusCode'] >= 300;
}

function strangeFor(value: Json): Json {
  // Where nothing was answered, a text or a number may be right.
  if (value === null) return { strange: STRANGE_TEXT };
  return typeof value === 'string' ? STRANGE_NUMBER : STRANGE_TEXT;
}

function replaced(json: Json, [key, ...rest]: readonly string[], by: Json): Json {
  if (key === undefined) return by;
  if (Array.isArray(json))
    return json.map((value: Json, index) => (String(index) === key ? replaced(value, rest, by) : value));
  if (!isObject(json)) return json;
  // JSON.stringify leaves out what is undefined.
  return { ...json, [key]: replaced(json[key], rest, by) };
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
