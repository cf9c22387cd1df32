import { EmulatorError } from '../emulator-error.ts';

/** A profile or permission set that this org does not have. */
export class UnknownAccessError extends EmulatorError {
  readonly code = 'EMULATOR_UNKNOWN_ACCESS';

  constructor({ kind, name, known }: { kind: string; name: string; known: readonly string[] }) {
    super(`This org has no ${kind} ${name}. It has: ${known.join(', ') || 'none'}.`);
    this.name = 'UnknownAccessError';
  }
}
