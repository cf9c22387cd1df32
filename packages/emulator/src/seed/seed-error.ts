import { EmulatorError } from '../emulator-error.ts';

/** The seed cannot be created; nothing of it is in the org. */
export class SeedError extends EmulatorError {
  readonly code = 'EMULATOR_SEED_REFUSED';

  constructor(place: string, problem: string, options?: ErrorOptions) {
    super(`Could not create the seed: ${place}: ${problem}. Nothing of it was created.`, options);
    this.name = 'SeedError';
  }
}
