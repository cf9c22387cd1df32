import { clip } from './clip.ts';

/** Something about a row that is not as it should be, and what was made of it. Nothing is corrected in silence. */
export interface Blemish {
  /** e.g. `sales_pipeline.csv` */
  readonly file: string;
  /** From 1, the heading included. */
  readonly line: number;
  /** The row's own id. */
  readonly id: string;
  readonly column: string;
  /** As it stands. */
  readonly value: string;
  /** What was made of it, e.g. `read as "GTX Pro"`. */
  readonly treatment: string;
}

export function describeBlemish({ file, line, id, column, value, treatment }: Blemish): string {
  return `${file} line ${line} (${clip(id)}): ${column} ${value === '' ? 'is empty' : `"${clip(value)}"`}: ${treatment}`;
}
