import { EmulatorError } from './emulator-error.ts';

export class UnknownUserError extends EmulatorError {
  readonly code = 'EMULATOR_UNKNOWN_USER';
  readonly username: string;

  constructor(username: string) {
    super(`Could not issue a session for ${username}: this org has no such user. Create the user first.`);
    this.name = 'UnknownUserError';
    this.username = username;
  }
}
