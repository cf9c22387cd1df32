import { startLocalStack } from '@uman/local-stack';
import type { TestProject } from 'vitest/node';
import type { SharedStack } from './shared-stack.ts';

/** Starts Temporal and Postgres once for all test files of a package, and stops them after the last one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stack = await startLocalStack({ parts: { temporal: true, postgres: true, emulator: false } });
  const { address, namespace } = stack.temporal;
  const shared: SharedStack = { temporal: { address, namespace }, postgres: { url: stack.postgres.url } };
  project.provide('umanStack', shared);
  return () => stack.stop();
}
