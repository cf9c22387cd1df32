import { EmulatorError } from '../emulator-error.ts';

export class UserExistsError extends EmulatorError {
  readonly code = 'EMULATOR_USER_EXISTS';
  readonly username: string;

  constructor(username: string) {
    super(`Could not create the user ${username}: this org has a user of that name already. Choose another username.`);
    this.name = 'UserExistsError';
    this.username = username;
  }
}
