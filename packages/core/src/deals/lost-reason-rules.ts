import type { Metadata, MetadataOptions } from '../metadata/metadata.ts';
import { fieldOf } from '../metadata/object-describe.ts';
import { DEAL } from './plan-stage-move.ts';

/** What the org says of the field that keeps why a deal was lost. */
export type LostReasonRules =
  | { readonly exists: false; readonly offers?: undefined }
  | {
      readonly exists: true;
      /** In the org's spelling. */
      readonly name: string;
      readonly updateable: boolean;
      /** Values that the deal's pipeline offers; undefined for a text. */
      readonly offers?: readonly string[] | undefined;
      /** The org takes no others. */
      readonly restricted: boolean;
      /** In characters; 0 where it has no bound. */
      readonly length: number;
    };

/** One API call the first time; what was answered is kept with the other metadata. */
export async function lostReasonRules(
  metadata: Metadata,
  { field, recordTypeId, ...options }: MetadataOptions & { readonly field: string; readonly recordTypeId: string },
): Promise<LostReasonRules> {
  const [described, { mappings }] = await Promise.all([
    metadata.describe(DEAL, options),
    metadata.layouts(DEAL, options),
  ]);
  const known = fieldOf(described, field);
  if (known === undefined) return { exists: false };
  const { name, type, updateable, restrictedPicklist, picklistValues, length } = known;
  const ofRecordType = mappings.find((mapping) => mapping.recordTypeId === recordTypeId)?.picklists?.[name];
  const ofOrg = picklistValues.filter(({ active }) => active);
  return {
    exists: true,
    name,
    updateable,
    offers: type === 'picklist' ? (ofRecordType ?? ofOrg).map(({ value }) => value) : undefined,
    // A value of another pipeline is refused by the org where the picklist is restricted, and misplaced where it is not.
    restricted: restrictedPicklist,
    length,
  };
}
