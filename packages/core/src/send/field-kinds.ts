import type { Metadata } from '../metadata/metadata.ts';
import { fieldOf, type FieldDescribe, type ObjectDescribe } from '../metadata/object-describe.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** What the org has said about its fields. */
export interface FieldKinds {
  /** Known to be neither External Id nor idLookup. */
  isPlain(object: string, field: string): boolean;
  /** The field's type as describe names it; undefined as long as nobody has asked. */
  typeOf(object: string, field: string): string | undefined;
  isDescribed(object: string): boolean;
  /** Asks the org, once an object: one API call at most. Undefined where there is no such field, or the user may not see it. */
  learn(
    object: string,
    field: string,
    options: RequestOptions & { readonly meter?: CallMeter },
  ): Promise<FieldDescribe | undefined>;
}

/** For one piece of work: what it has learned stays known, even if the cache has to forget it meanwhile. */
export function createFieldKinds(metadata: Metadata): FieldKinds {
  const learned = new Map<string, ObjectDescribe>();
  const objectOf = (object: string): ObjectDescribe | undefined =>
    learned.get(object.toLowerCase()) ?? metadata.known(object);
  const known = (object: string, field: string): FieldDescribe | undefined => {
    const described = objectOf(object);
    return described === undefined ? undefined : fieldOf(described, field);
  };
  return {
    isPlain: (object, field) => {
      const described = known(object, field);
      return described !== undefined && !isUpsertable(described);
    },
    typeOf: (object, field) => known(object, field)?.type,
    isDescribed: (object) => objectOf(object) !== undefined,
    async learn(object, field, options) {
      learned.set(object.toLowerCase(), objectOf(object) ?? (await metadata.describe(object, options)));
      return known(object, field);
    },
  };
}

/** An upsert by it is possible. */
export function isUpsertable({ externalId, idLookup }: Pick<FieldDescribe, 'externalId' | 'idLookup'>): boolean {
  return externalId || idLookup;
}
