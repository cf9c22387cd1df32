import { EmulatorError } from '../emulator-error.ts';

export class SandboxResetError extends EmulatorError {
  readonly code = 'EMULATOR_SANDBOX_RESET';

  constructor(orgId: string) {
    super(
      `Could not reset the org ${orgId}: a sandbox begins as a copy, and its source has gone on. Remove it and copy again, or restore a snapshot.`,
    );
    this.name = 'SandboxResetError';
  }
}
