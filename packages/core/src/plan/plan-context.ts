import type { PackageSchema } from '../package-schema.ts';

/** What a match was found to be, by the path of the record that it belongs to. */
export type Findings = ReadonlyMap<string, Finding>;
export type Finding = { readonly found: 'none' } | { readonly found: 'one'; readonly id: string };

/** What the parts of a write have come to that were sent before, the first ones without a gap. */
export interface WrittenParts {
  /** How many. */
  readonly parts: number;
  /** Ids by `ref`. */
  readonly required: Readonly<Record<string, string>>;
  readonly record: string | undefined;
  readonly note: string | undefined;
}

/** What the compiler knows beside the write. */
export interface PlanContext {
  /** e.g. `66.0`. */
  readonly apiVersion: string;
  readonly schema: PackageSchema;
  /** The org has said that this field is neither External Id nor idLookup, so an upsert by it is not possible. */
  isPlainField(object: string, field: string): boolean;
  /** The field's type as describe names it, where the org has been asked: a query writes its values accordingly. */
  typeOfField?(object: string, field: string): string | undefined;
  readonly findings: Findings;
  /** @default nothing is written yet */
  readonly written?: WrittenParts | undefined;
}

export function dataPath({ apiVersion }: Pick<PlanContext, 'apiVersion'>): string {
  return `/services/data/v${apiVersion}`;
}
