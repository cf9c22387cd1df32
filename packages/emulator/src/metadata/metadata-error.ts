import { EmulatorError } from '../emulator-error.ts';

export interface MetadataErrorOptions {
  readonly file: string;
  /** What in the file cannot be installed, and why. */
  readonly problem: string;
  readonly cause?: unknown;
}

/** Metadata that cannot be installed here; nothing of its source was. */
export class MetadataError extends EmulatorError {
  readonly code = 'EMULATOR_METADATA_UNSUPPORTED';
  readonly file: string;
  readonly problem: string;

  constructor({ file, problem, cause }: MetadataErrorOptions) {
    super(`Could not install ${file}: ${problem}. Nothing was installed.`, { cause });
    this.name = 'MetadataError';
    this.file = file;
    this.problem = problem;
  }
}
