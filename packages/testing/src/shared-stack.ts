import { inject } from 'vitest';

/** The addresses of the stack that a package's test files share. */
export interface SharedStack {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly postgres: { readonly url: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    umanStack: SharedStack;
  }
}

/**
 * The stack that `stack-global-setup` has started for this package's tests. It fits `createDatabase` of @uman/local-stack.
 * @throws where the vitest configuration does not name `stack-global-setup` under `globalSetup`
 */
export function sharedStack(): SharedStack {
  const stack = inject('umanStack') as SharedStack | undefined;
  if (stack === undefined) {
    throw new Error(
      "No stack was started for these tests. Name it in vitest.config.ts: globalSetup: [fileURLToPath(import.meta.resolve('@uman/testing/stack-global-setup'))].",
    );
  }
  return stack;
}
