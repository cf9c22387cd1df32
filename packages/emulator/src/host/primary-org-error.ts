import { EmulatorError } from '../emulator-error.ts';

export class PrimaryOrgError extends EmulatorError {
  readonly code = 'EMULATOR_PRIMARY_ORG';

  constructor(orgId: string) {
    super(`Could not remove the org ${orgId}: it is the first one of this emulator, which stays. Reset it instead.`);
    this.name = 'PrimaryOrgError';
  }
}
