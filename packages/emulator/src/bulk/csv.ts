import { libraries } from '../libraries.ts';
import { columnDelimiters, lineEndings, type JobSettings } from './bulk-job.ts';
import { JobFailure } from './bulk-errors.ts';

export type CsvFormat = Pick<JobSettings, 'columnDelimiter' | 'lineEnding'>;

export interface CsvTable {
  readonly header: readonly string[];
  /** Each as long as the header. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * The rows of an upload, values as they are: not trimmed, quotes taken away. Source: Bulk API 2.0 guide, Prepare CSV
 * Files; the text for the wrong line ending in public reports of the sf CLI. What a file that is no CSV is answered with is
 * not known: its job fails with a text of the parser's.
 *
 * @throws JobFailure
 */
export function parseCsv(text: string, format: CsvFormat): CsvTable {
  const plain = text.replace(/^\uFEFF/, '');
  checkLineEnding(plain, format);
  const { CsvError, parse } = libraries.csvParse;
  try {
    const [header = [], ...rows] = parse(plain, {
      delimiter: columnDelimiters[format.columnDelimiter],
      record_delimiter: lineEndings[format.lineEnding],
      relax_column_count: false,
      skip_empty_lines: true,
    });
    return { header, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new JobFailure(`InvalidBatch : ${error.message}`);
  }
}

/** Looks at the header's end: a header has no line breaks of its own. */
function checkLineEnding(text: string, { lineEnding }: CsvFormat): void {
  const end = text.indexOf('\n');
  if (end < 0) return;
  const found = text[end - 1] === '\r' ? 'CRLF' : 'LF';
  if (found !== lineEnding) {
    throw new JobFailure(
      `ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`,
    );
  }
}

/** Every value in quotes, as results are. Source: the guide's examples. */
export function toCsvRow(values: readonly string[], { columnDelimiter }: CsvFormat): string {
  return values.map((value) => `"${value.replaceAll('"', '""')}"`).join(columnDelimiters[columnDelimiter]);
}

/** The names of added columns in quotes, those of the upload as they were. Source: the guide's examples. */
export function toResultHeader(added: readonly string[], uploaded: readonly string[], format: CsvFormat): string {
  return [...added.map((name) => `"${name}"`), ...uploaded].join(columnDelimiters[format.columnDelimiter]);
}

/** Lines with the job's line ending behind each. */
export function joinLines(lines: readonly string[], { lineEnding }: CsvFormat): string {
  const end = lineEndings[lineEnding];
  return lines.map((line) => line + end).join('');
}
