import type { FieldValue } from '../field-value.ts';

/**
 * What becomes of a field's value:
 * - `fillBlank` writes it where the field is empty, and keeps what is there otherwise;
 * - `overwrite` writes it in any case;
 * - `append` adds it to the end of a text, unless it is a part of it already.
 */
export type EnrichHow = 'fillBlank' | 'overwrite' | 'append';

export interface EnrichedField {
  readonly value: FieldValue;
  /** @default 'fillBlank' */
  readonly how?: EnrichHow | undefined;
  /** Between what is there and what is appended; `;` for a multi-select picklist. @default a line break */
  readonly separator?: string | undefined;
}

/** What is known of a record from elsewhere, by field. */
export type Enrichment = Readonly<Record<string, EnrichedField>>;

/** A field that was not written, and why. */
export interface KeptField {
  readonly field: string;
  /** `notBlank`: it has another value; `same`: it has this one; `alreadyAppended`: it is a part of the text. */
  readonly because: 'notBlank' | 'same' | 'alreadyAppended';
}

export interface EnrichResult {
  /** 18 characters. */
  readonly id: string;
  /** API names, in the order given. */
  readonly written: readonly string[];
  readonly kept: readonly KeptField[];
  /** How often it was decided again, since someone else had changed the record meanwhile or a moment before. */
  readonly decidedAgain: number;
  readonly apiCalls: number;
}
