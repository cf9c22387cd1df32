import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A row as it stands in its file; `line` counts from 1, the heading included. */
export type CrmRow<Column extends string> = Readonly<Record<Column, string>> & {
  readonly line: number;
  /** Why its values cannot be told apart; what there is of them stands in their columns all the same. */
  readonly malformed?: string;
};

const COLUMNS = {
  'accounts.csv': ['account', 'sector', 'year_established', 'revenue', 'employees', 'office_location', 'subsidiary_of'],
  'products.csv': ['product', 'series', 'sales_price'],
  'sales_teams.csv': ['sales_agent', 'manager', 'regional_office'],
  'sales_pipeline.csv': [
    'opportunity_id',
    'sales_agent',
    'product',
    'account',
    'deal_stage',
    'engage_date',
    'close_date',
    'close_value',
  ],
} as const;

type FileName = keyof typeof COLUMNS;
type Row<File extends FileName> = CrmRow<(typeof COLUMNS)[File][number]>;

export type AccountRow = Row<'accounts.csv'>;
export type ProductRow = Row<'products.csv'>;
export type SalesTeamRow = Row<'sales_teams.csv'>;
export type PipelineRow = Row<'sales_pipeline.csv'>;

/** The CRM's export, as it stands. */
export interface CrmFiles {
  readonly accounts: readonly AccountRow[];
  readonly products: readonly ProductRow[];
  readonly salesTeams: readonly SalesTeamRow[];
  readonly pipeline: readonly PipelineRow[];
}

/** The folder does not hold the export that was expected. */
export class CrmFilesError extends Error {
  override readonly name = 'CrmFilesError';
}

/** @throws CrmFilesError, naming the file and what is wrong with it */
export function readCrmFiles(directory: string): CrmFiles {
  return {
    accounts: readRows(directory, 'accounts.csv'),
    products: wellFormed(directory, 'products.csv'),
    salesTeams: wellFormed(directory, 'sales_teams.csv'),
    pipeline: readRows(directory, 'sales_pipeline.csv'),
  };
}

/** What the other rows refer to has to be right as a whole. */
function wellFormed<File extends FileName>(directory: string, file: File): Row<File>[] {
  const rows = readRows(directory, file);
  const malformed = rows.find((row) => row.malformed !== undefined);
  if (malformed === undefined) return rows;
  throw new CrmFilesError(`Could not use ${join(directory, file)}, line ${malformed.line}: ${malformed.malformed}.`);
}

function readRows<File extends FileName>(directory: string, file: File): Row<File>[] {
  const path = join(directory, file);
  const [heading, ...lines] = parseLines(path, readText(path));
  if (heading === undefined) {
    throw new CrmFilesError(`Could not use ${path}: it is empty, without even a heading (${COLUMNS[file].join(',')}).`);
  }
  const names = heading.values;
  const missing = COLUMNS[file].filter((column) => !names.includes(column));
  if (missing.length > 0) throw new CrmFilesError(`Could not use ${path}: it has no column ${missing.join(', ')}.`);
  const repeated = COLUMNS[file].filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (repeated.length > 0) {
    throw new CrmFilesError(`Could not use ${path}: it has more than one column ${repeated.join(', ')}.`);
  }
  return lines.map(({ values, line }) => {
    const named = Object.fromEntries(COLUMNS[file].map((column) => [column, values[names.indexOf(column)] ?? '']));
    const malformed = values.length === names.length ? {} : { malformed: countsDiffer(values.length, names.length) };
    return { ...named, line, ...malformed } as Row<File>;
  });
}

function countsDiffer(values: number, columns: number): string {
  return `it has ${values} values for ${columns} columns (a comma in a value needs quotes around it)`;
}

function readText(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new CrmFilesError(
      `Could not read ${path}: ${(error as Error).message}. --crm needs a folder with ${Object.keys(COLUMNS).join(', ')}.`,
      { cause: error },
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes); // takes a byte order mark away
  } catch (error) {
    throw new CrmFilesError(`Could not read ${path}: it is not UTF-8. Export it as CSV in UTF-8.`, { cause: error });
  }
}

const linesSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function parseLines(path: string, text: string): { readonly values: readonly string[]; readonly line: number }[] {
  try {
    return linesSchema
      .parse(parse(text, { info: true, trim: true, skip_empty_lines: true, relax_column_count: true }))
      .map(({ record, info }) => ({ values: record, line: info.lines }));
  } catch (error) {
    throw new CrmFilesError(`Could not read ${path} as CSV: ${(error as Error).message}`, { cause: error });
  }
}
