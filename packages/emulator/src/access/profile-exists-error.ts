import { EmulatorError } from '../emulator-error.ts';

export class ProfileExistsError extends EmulatorError {
  readonly code = 'EMULATOR_PROFILE_EXISTS';

  constructor(name: string) {
    super(`Could not create the profile ${name}: this org has one of that name already. Choose another name.`);
    this.name = 'ProfileExistsError';
  }
}
