import type { Metadata } from '../metadata/metadata.ts';
import { type FieldDescribe, fieldOf, type ObjectDescribe } from '../metadata/object-describe.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** Fields by the API name of their object; parents' fields by their relationship. */
export type WantedFields = Readonly<Record<string, readonly string[]>>;

export interface LearnOptions extends RequestOptions {
  readonly meter?: CallMeter | undefined;
}

/**
 * Which fields a user sees, as far as the org has said so. Reads begin by taking everything else for visible, which costs
 * nothing; an org that refuses a field is asked for all the fields of the objects in question. What it says is kept with the
 * other metadata, so that clients that are made anew know it too.
 */
export interface VisibleFields {
  /** Those of the wanted that are visible, as far as is known. */
  choose(object: string, wanted: readonly string[]): string[];
  /** Those of the wanted that are known not to be; a parent's field (`Owner.Name`) by its lookup where that is hidden. */
  hidden(object: string, wanted: readonly string[]): string[];
  /** False once the org has said that there is no such object for this user. */
  isVisible(object: string): boolean;
  /** The org has said so. */
  markAbsent(object: string): void;
  /** Asks for these objects anew, all at once. */
  learn(objects: readonly string[], options: LearnOptions): Promise<void>;
  /** Asks, from each object to the parents that are named, until one more of these is known to be hidden: false for none. */
  learnHidden(wanted: WantedFields, options: LearnOptions): Promise<boolean>;
}

/** One for each client. */
export function createVisibleFields(metadata: Metadata): VisibleFields {
  const learned = new Map<string, ObjectDescribe | 'absent'>();
  const knownOf = (object: string): ObjectDescribe | 'absent' | undefined =>
    metadata.known(object, { young: true }) ?? learned.get(object.toLowerCase());
  const isVisible = (object: string): boolean => knownOf(object) !== 'absent';

  /** The name to say for a path that is known to be hidden. */
  function hiddenName(object: string, path: string): string | undefined {
    const known = knownOf(object);
    if (known === undefined) return undefined;
    const step = stepOf(path);
    if (known === 'absent') return step.field ?? step.lookup;
    if (step.field !== undefined) return fieldOf(known, step.field) === undefined ? step.field : undefined;
    const lookup = lookupOf(known, step.relationship);
    if (lookup === undefined) return step.lookup;
    const parent = parentOf(lookup);
    return parent === undefined || hiddenName(parent, step.rest) === undefined ? undefined : path;
  }

  /** The first object on a path of which nothing is known. */
  function unknownOn(object: string, path: string): string[] {
    const known = knownOf(object);
    if (known === undefined) return [object];
    const step = stepOf(path);
    if (known === 'absent' || step.field !== undefined) return [];
    const lookup = lookupOf(known, step.relationship);
    const parent = lookup === undefined ? undefined : parentOf(lookup);
    return parent === undefined ? [] : unknownOn(parent, step.rest);
  }

  const hidden = (object: string, wanted: readonly string[]): string[] => [
    ...new Set(wanted.flatMap((path) => hiddenName(object, path) ?? [])),
  ];

  async function learn(objects: readonly string[], options: LearnOptions): Promise<void> {
    const asked = [...new Set(objects)];
    const answers = await Promise.allSettled(
      asked.map(async (object) => metadata.describe(object, { ...options, revalidate: true })),
    );
    for (const [index, answer] of answers.entries()) {
      const object = asked[index] ?? '';
      if (answer.status === 'rejected' && !isAbsence(answer.reason)) throw answer.reason;
      learned.set(object.toLowerCase(), answer.status === 'rejected' ? 'absent' : answer.value);
    }
  }

  return {
    choose: (object, wanted) => wanted.filter((path) => hiddenName(object, path) === undefined),
    hidden,
    isVisible,
    markAbsent(object) {
      learned.set(object.toLowerCase(), 'absent');
    },
    learn,
    async learnHidden(wanted, options) {
      const objects = Object.entries(wanted);
      const count = (): number =>
        objects.reduce(
          (sum, [object, paths]) => sum + (isVisible(object) ? hidden(object, paths).length : 1_000_000),
          0,
        );
      const before = count();
      let next = objects.map(([object]) => object);
      while (next.length > 0) {
        await learn(next, options);
        if (count() > before) return true;
        next = objects.flatMap(([object, paths]) => paths.flatMap((path) => unknownOn(object, path)));
      }
      return false;
    },
  };
}

type Step =
  | { readonly field: string; readonly lookup?: undefined }
  | { readonly field?: undefined; readonly relationship: string; readonly lookup: string; readonly rest: string };

/** The field of the object itself by which a path begins: `Owner.Name` by `OwnerId`, `Region__r.Name` by `Region__c`. */
function stepOf(path: string): Step {
  const dot = path.indexOf('.');
  if (dot < 0) return { field: path };
  const relationship = path.slice(0, dot);
  const lookup = relationship.endsWith('__r') ? relationship.replace(/__r$/, '__c') : `${relationship}Id`;
  return { relationship, lookup, rest: path.slice(dot + 1) };
}

function lookupOf({ fields }: ObjectDescribe, relationship: string): FieldDescribe | undefined {
  const wanted = relationship.toLowerCase();
  return fields.find(({ relationshipName }) => relationshipName?.toLowerCase() === wanted);
}

/** Undefined for a lookup that may lead to several objects: of these, only what they have in common can be read. */
function parentOf({ referenceTo }: FieldDescribe): string | undefined {
  return referenceTo.length === 1 ? referenceTo[0] : undefined;
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SALESFORCE_REQUEST_INVALID';
}
