import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** A row as it stands in its file; `line` counts from 1, the heading included. */
export type CrmRow<Column extends string> = Readonly<Record<Column, string>> & { readonly line: number };

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
    products: readRows(directory, 'products.csv'),
    salesTeams: readRows(directory, 'sales_teams.csv'),
    pipeline: readRows(directory, 'sales_pipeline.csv'),
  };
}

const recordsSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

function readRows<File extends FileName>(directory: string, file: File): Row<File>[] {
  const path = join(directory, file);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CrmFilesError(
      `Could not read ${path}: ${(error as Error).message}. --crm needs a folder with ${Object.keys(COLUMNS).join(', ')}.`,
      { cause: error },
    );
  }
  const rows = parseRows(path, text);
  const missing = COLUMNS[file].filter((column) => rows.length > 0 && !(column in (rows[0]?.record ?? {})));
  if (missing.length > 0) throw new CrmFilesError(`Could not use ${path}: it has no column ${missing.join(', ')}.`);
  return rows.map(({ record, info }) => ({ ...record, line: info.lines }) as Row<File>);
}

function parseRows(path: string, text: string) {
  try {
    return recordsSchema.parse(
      parse(text, { bom: true, columns: true, info: true, trim: true, skip_empty_lines: true }),
    );
  } catch (error) {
    throw new CrmFilesError(`Could not read ${path} as CSV: ${(error as Error).message}`, { cause: error });
  }
}
