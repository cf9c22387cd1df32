import type { Metadata, MetadataOptions } from '../metadata/metadata.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import type { ObjectRequirements, RequiredReference, Requirements } from './object-requirements.ts';
import { type HalfRead, readObject } from './read-object.ts';
import { isRequired } from './requirement-fields.ts';

/** Two questions each, and two for the layout and list of objects, are one composite. */
const LOOK_AHEAD = 10;

const UNKNOWN = [
  'Validation rules, which may refuse any value.',
  'Flows, triggers and other automation, which may refuse, change or require values.',
  'Duplicate rules, which may take the record for one that is there.',
  'Required fields that are hidden from this user.',
];

/** Asks level by level, all objects of a level in one request; a level's missing layouts go with the next level. */
export async function findRequirements(
  metadata: Metadata,
  object: string,
  { pipeline, signal }: RequestOptions & { readonly pipeline?: string | undefined },
): Promise<Requirements> {
  const meter = createCallMeter();
  const options: MetadataOptions = { signal, meter };
  const first = await readObject(metadata, object, { ...options, pipeline });
  const rootName = first.described.name;
  const seen = new Set([rootName]);
  const notVisible = new Set<string>();
  const complete = new Map<string, ObjectRequirements>();
  const completing: Promise<ObjectRequirements>[] = [];
  const start = (half: HalfRead): void => {
    completing.push(half.complete());
  };
  const read = async (names: readonly string[]): Promise<HalfRead[]> => {
    const answers = await Promise.allSettled(names.map(async (name) => readObject(metadata, name, options)));
    return answers.flatMap((answer, index) => {
      if (answer.status === 'fulfilled') return [answer.value];
      if (!isNotVisible(answer.reason)) throw answer.reason;
      notVisible.add(names[index] ?? '');
      return [];
    });
  };

  let level: HalfRead[] = [first];
  let later: string[] = [];
  while (level.length + later.length > 0) {
    level.forEach(start);
    const [needed, done] = await Promise.all([
      read([...later, ...unseen(level.flatMap(targetsInDescribe))]),
      Promise.all(completing.splice(0)),
      level.includes(first) ? lookAhead() : undefined,
    ]);
    for (const one of done) complete.set(one.object, one);
    const onLayouts = unseen(done.flatMap((one) => referencesOf(one).flatMap(singleTarget)));
    later = onLayouts.filter((name) => metadata.known(name) === undefined);
    level = [...needed, ...(await read(onLayouts.filter((name) => !later.includes(name))))];
  }

  const objects = [...complete.values()];
  const references = objects.flatMap(referencesOf);
  const [root] = objects;
  if (root === undefined) throw new TypeError(`${rootName} was not read.`);
  return {
    ...root,
    objects,
    references,
    cycles: cyclesOf(references),
    notVisible: [...notVisible],
    unknown: UNKNOWN,
    apiCalls: meter.calls,
  };

  /**
   * Which look-ups the page requires is known a request later than which there are. To save that one, custom objects that the
   * page may require are asked for together with it; standard objects are large and hardly ever required by a page.
   */
  async function lookAhead(): Promise<void> {
    const names = first.described.fields
      .filter(({ createable, referenceTo }) => createable && referenceTo.length === 1)
      .flatMap(({ referenceTo }) => referenceTo.filter((name) => name.endsWith('__c')));
    const asked = [...new Set(names)].slice(0, LOOK_AHEAD);
    await Promise.allSettled(asked.map(async (name) => readObject(metadata, name, options)));
  }

  function unseen(names: readonly string[]): string[] {
    const fresh = [...new Set(names)].filter((name) => !seen.has(name));
    for (const name of fresh) seen.add(name);
    return fresh;
  }
}

/** Where a reference may lead to several objects, none of them is needed more than the others. */
function targetsInDescribe({ described }: HalfRead): string[] {
  return described.fields.filter(isRequired).flatMap(({ referenceTo }) => singleTarget({ to: referenceTo }));
}

function singleTarget({ to }: Pick<RequiredReference, 'to'>): string[] {
  return to.length === 1 ? [...to] : [];
}

function referencesOf({ object, fields }: ObjectRequirements): RequiredReference[] {
  return fields.flatMap(({ name, type, requiredBy, referenceTo }) =>
    type === 'reference' && requiredBy !== 'none' ? [{ object, field: name, requiredBy, to: referenceTo }] : [],
  );
}

/** Circles of references that cannot be left out, each once, from the object that was met first. */
function cyclesOf(references: readonly RequiredReference[]): string[][] {
  const next = new Map<string, Set<string>>();
  for (const { object, to, requiredBy } of references) {
    if (requiredBy !== 'record') continue;
    const targets = next.get(object) ?? new Set();
    for (const target of singleTarget({ to })) targets.add(target);
    next.set(object, targets);
  }
  const cycles: string[][] = [];
  const left = new Set<string>();
  const visit = (object: string, path: readonly string[]): void => {
    const start = path.indexOf(object);
    if (start >= 0) cycles.push([...path.slice(start), object]);
    if (start >= 0 || left.has(object)) return;
    for (const target of next.get(object) ?? []) visit(target, [...path, object]);
    left.add(object);
  };
  for (const object of next.keys()) visit(object, []);
  return cycles;
}

function isNotVisible(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SALESFORCE_REQUEST_INVALID';
}
