import { EmulatorError } from '../emulator-error.ts';

export class UnknownSnapshotError extends EmulatorError {
  readonly code = 'EMULATOR_UNKNOWN_SNAPSHOT';

  constructor(name: string, orgId?: string) {
    const of = orgId === undefined ? '' : ` of the org ${orgId}`;
    super(`This emulator has no snapshot ${name}${of}. GET /__emulator/snapshots lists those it has.`);
    this.name = 'UnknownSnapshotError';
  }
}
