import { z } from 'zod';
import { checkObjectName } from '../plan/check-names.ts';
import type { KnownField, OrgMemory } from '../org-memory.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** What the org has said about its fields. Kept in the client's memory. */
export interface FieldKinds {
  /** Known to be neither External Id nor idLookup. */
  isPlain(object: string, field: string): boolean;
  /** The field's type as describe names it; undefined as long as nobody has asked. */
  typeOf(object: string, field: string): string | undefined;
  isDescribed(object: string): boolean;
  /** Asks the org, once an object: one API call. Undefined where there is no such field, or the user may not see it. */
  learn(
    object: string,
    field: string,
    options: RequestOptions & { readonly meter?: CallMeter },
  ): Promise<KnownField | undefined>;
}

const describeSchema = z.object({
  fields: z.array(z.object({ name: z.string(), type: z.string(), externalId: z.boolean(), idLookup: z.boolean() })),
});

export function createFieldKinds(transport: OrgTransport, { fields: objects }: OrgMemory): FieldKinds {
  const known = (object: string, field: string): KnownField | undefined =>
    objects.get(object.toLowerCase())?.get(field.toLowerCase());
  return {
    isPlain: (object, field) => known(object, field)?.upsertable === false,
    typeOf: (object, field) => known(object, field)?.type,
    isDescribed: (object) => objects.has(object.toLowerCase()),
    async learn(object, field, options) {
      checkObjectName(object, 'object');
      if (!objects.has(object.toLowerCase())) objects.set(object.toLowerCase(), await describe(object, options));
      return known(object, field);
    },
  };

  async function describe(
    object: string,
    options: RequestOptions & { readonly meter?: CallMeter },
  ): Promise<ReadonlyMap<string, KnownField>> {
    const { fields } = await transport.send({
      ...options,
      method: 'GET',
      path: `/sobjects/${object}/describe`,
      answer: describeSchema,
      attempt: { verb: 'describe', object },
    });
    return new Map(
      fields.map(({ name, type, externalId, idLookup }) => [
        name.toLowerCase(),
        { type, upsertable: externalId || idLookup },
      ]),
    );
  }
}
