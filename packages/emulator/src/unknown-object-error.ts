import { EmulatorError } from './emulator-error.ts';

export class UnknownObjectError extends EmulatorError {
  readonly code = 'EMULATOR_UNKNOWN_OBJECT';
  readonly objectName: string;

  constructor(objectName: string) {
    super(
      `Could not look at ${objectName}: this org has no such object. Install the metadata that defines it, or mind its namespace prefix.`,
    );
    this.name = 'UnknownObjectError';
    this.objectName = objectName;
  }
}
