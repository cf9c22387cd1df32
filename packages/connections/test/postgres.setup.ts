import { startLocalStack } from '@uman/local-stack';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly postgresUrl: string;
  }
}

/** One Postgres for all test files; each test makes a database of its own in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startLocalStack({ parts: { postgres: true, temporal: false, emulator: false } });
  project.provide('postgresUrl', stack.postgres.url);
  return () => stack.stop();
}
