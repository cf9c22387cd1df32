import { EmulatorError } from '../emulator-error.ts';

export class UnknownOrgError extends EmulatorError {
  readonly code = 'EMULATOR_UNKNOWN_ORG';
  readonly orgId: string;

  constructor(orgId: string) {
    super(`This emulator has no org ${orgId}. GET /__emulator/orgs lists those it has.`);
    this.name = 'UnknownOrgError';
    this.orgId = orgId;
  }
}
