import { EmulatorError } from '../emulator-error.ts';

const SQLITE_BUSY = 5;

export class DataFileError extends EmulatorError {
  readonly code = 'EMULATOR_DATA_FILE_UNUSABLE';
  readonly file: string;

  constructor({ file, cause }: { readonly file: string; readonly cause: unknown }) {
    const busy = cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_BUSY;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      busy
        ? `Could not open the org in ${file}: another process has it open. Stop that one, or give another file.`
        : `Could not open the org in ${file}: ${reason}. Give a file of an emulated org, or a path where a new one can be made.`,
      { cause },
    );
    this.name = 'DataFileError';
    this.file = file;
  }
}
