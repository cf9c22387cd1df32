import { EmulatorError } from '../emulator-error.ts';

export class OrgExistsError extends EmulatorError {
  readonly code = 'EMULATOR_ORG_EXISTS';

  /** @param taken e.g. `the username admin@acme.test` */
  constructor(taken: string) {
    super(`Could not create an org: ${taken} is taken by another org of this emulator. Choose another one.`);
    this.name = 'OrgExistsError';
  }
}
