import { z } from 'zod';
import { checkObjectName } from '../plan/check-names.ts';
import type { OrgMemory, UpsertableFields } from '../org-memory.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';

/** What the org has said about fields that were taken for External Ids. Kept in the client's memory. */
export interface FieldKinds {
  /** Known to be neither External Id nor idLookup. */
  isPlain(object: string, field: string): boolean;
  /** Asks the org, once an object: one API call. `missing` also where the user may not see the field. */
  learn(
    object: string,
    field: string,
    options: RequestOptions & { readonly meter?: CallMeter },
  ): Promise<'externalId' | 'plain' | 'missing'>;
}

const describeSchema = z.object({
  fields: z.array(z.object({ name: z.string(), externalId: z.boolean(), idLookup: z.boolean() })),
});

export function createFieldKinds(transport: OrgTransport, { upsertableFields: objects }: OrgMemory): FieldKinds {
  return {
    isPlain: (object, field) => objects.get(object.toLowerCase())?.get(field.toLowerCase()) === false,
    async learn(object, field, options) {
      checkObjectName(object, 'object');
      const described = objects.get(object.toLowerCase()) ?? (await describe(object, options));
      objects.set(object.toLowerCase(), described);
      const upsertable = described.get(field.toLowerCase());
      if (upsertable === undefined) return 'missing';
      return upsertable ? 'externalId' : 'plain';
    },
  };

  async function describe(
    object: string,
    options: RequestOptions & { readonly meter?: CallMeter },
  ): Promise<UpsertableFields> {
    const { fields } = await transport.send({
      ...options,
      method: 'GET',
      path: `/sobjects/${object}/describe`,
      answer: describeSchema,
      attempt: { verb: 'describe', object },
    });
    return new Map(fields.map(({ name, externalId, idLookup }) => [name.toLowerCase(), externalId || idLookup]));
  }
}
