import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** What a package's tests may set for themselves. */
export interface UmanTestOptions {
  /** Modules that start something once for all test files. */
  readonly globalSetup?: string[];
  /** Longest time of one test in milliseconds; a bound, never a measurement. @default 60000 */
  readonly testTimeout?: number;
}

/** Vitest as every package runs it: sources through the `development` condition, a report that CI adds up. */
export function defineUmanTests(options: UmanTestOptions = {}): ViteUserConfig {
  return defineConfig({
    resolve: { conditions: ['development'] },
    ssr: { resolve: { conditions: ['development'], externalConditions: ['development'] } },
    test: {
      include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
      exclude: ['**/node_modules/**', '**/dist/**', '**/fixtures/**'],
      environment: 'node',
      globalSetup: options.globalSetup ?? [],
      testTimeout: options.testTimeout ?? 60_000,
      hookTimeout: 120_000,
      maxWorkers: 2,
      passWithNoTests: false,
      reporters: ['default', 'json'],
      outputFile: { json: 'test-report.json' },
      execArgv: ['--conditions=development'],
    },
  });
}
