import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** From `npm run fuzz -- --runs N`. */
    fuzzRuns: number | undefined;
  }
}

/** How often a property is tried: this often in tests, as often as it is told by `npm run fuzz`. */
export function fuzzRuns(inTests = 10_000): number {
  return inject('fuzzRuns') ?? inTests;
}
