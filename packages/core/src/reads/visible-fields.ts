import { z } from 'zod';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { readComposite } from './read-composite.ts';
import { getPart, ifVisible } from './read-part.ts';

/**
 * Which fields a user sees, as far as the org has had to be asked. Reads begin by taking everything for visible, which costs
 * nothing; an org that refuses a field is asked once for all the fields of the objects in question.
 */
export interface VisibleFields {
  /** Those of the wanted that are visible, as far as is known; a parent's field (`Owner.Name`) by its lookup. */
  choose(object: string, wanted: readonly string[]): string[];
  /** Those of the wanted that are known not to be. */
  hidden(object: string, wanted: readonly string[]): string[];
  /** False once the org has said that there is no such object for this user. */
  isVisible(object: string): boolean;
  /** The org has said so. */
  markAbsent(object: string): void;
  /** Asks for the objects that are not known yet, all at once. Returns what it cost. */
  learn(objects: readonly string[], options: RequestOptions): Promise<number>;
}

const describeSchema = z.object({ fields: z.array(z.object({ name: z.string() })) });

/** One for each org and user. */
export function createVisibleFields(transport: OrgTransport): VisibleFields {
  const known = new Map<string, ReadonlySet<string>>();
  const isKnownHidden = (object: string, field: string): boolean => {
    const fields = known.get(object);
    return fields !== undefined && !fields.has(ownField(field));
  };
  return {
    choose: (object, wanted) => wanted.filter((field) => !isKnownHidden(object, field)),
    hidden: (object, wanted) => [
      ...new Set(wanted.filter((field) => isKnownHidden(object, field)).map((field) => ownField(field))),
    ],
    isVisible: (object) => known.get(object)?.size !== 0,
    markAbsent(object) {
      known.set(object, new Set());
    },
    async learn(objects, options) {
      const unknown = objects.filter((object) => !known.has(object));
      if (unknown.length === 0) return 0;
      const { values, apiCalls } = await readComposite(
        transport,
        Object.fromEntries(unknown.map((object) => [object, describePart(object)])),
        options,
      );
      for (const object of unknown) {
        known.set(object, new Set((values[object]?.fields ?? []).map(({ name }) => name)));
      }
      return apiCalls;
    },
  };
}

function describePart(object: string) {
  return ifVisible(
    getPart({
      path: `/sobjects/${object}/describe`,
      answer: describeSchema,
      attempt: { verb: 'describe', object },
    }),
  );
}

/** The field of the object itself by which a path begins: `Owner.Name` by `OwnerId`, `Region__r.Name` by `Region__c`. */
function ownField(path: string): string {
  const [first = path, ...rest] = path.split('.');
  if (rest.length === 0) return first;
  return first.endsWith('__r') ? first.replace(/__r$/, '__c') : `${first}Id`;
}
