import type { Org } from './org.ts';

/** Work that an org does between requests, a step at a time. */
export interface BackgroundWork {
  /** There may be something to do: it begins as soon as the current request is answered. */
  wake(): void;
}

/** @param step does a part of the work, and says whether there may be more; it is never called once the org is closed */
export function backgroundWork({ database }: Pick<Org, 'database'>, step: () => boolean): BackgroundWork {
  let isAwake = false;
  const run = (): void => {
    isAwake = database.isOpen && step();
    if (isAwake) setImmediate(run);
  };
  return {
    wake() {
      if (isAwake) return;
      isAwake = true;
      setImmediate(run);
    },
  };
}
