import type { Emulator } from '@uman/emulator';
import { ONE_DEAL } from './a-deal.ts';

/** How many records of each kind the org holds; none of an object that it does not have. */
export function countsOf(emulator: Emulator): Record<string, number> {
  return Object.fromEntries(Object.keys(ONE_DEAL).map((object) => [object, emulator.count(object)]));
}
