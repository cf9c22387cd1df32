import { z } from 'zod';

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Source: Metadata API guide, DeployOptions. Unknown members are refused, so that none is silently without effect. */
export const deployOptionsSchema = z.strictObject({
  allowMissingFiles: flag.default(false),
  autoUpdatePackage: flag.default(false),
  checkOnly: flag.default(false),
  ignoreWarnings: flag.default(false),
  performRetrieve: flag.default(false),
  purgeOnDelete: flag.default(false),
  rollbackOnError: flag.default(false),
  runAllTests: flag.default(false),
  runTests: z.union([z.array(z.string()), z.string().transform((name) => [name])]).default([]),
  singlePackage: flag.default(false),
  testLevel: z
    .enum(['NoTestRun', 'RunSpecifiedTests', 'RunLocalTests', 'RunAllTestsInOrg', 'RunRelevantTests'])
    .optional(),
});

export type DeployOptions = z.output<typeof deployOptionsSchema>;

export function runsTests({ testLevel, runAllTests }: DeployOptions): boolean {
  return runAllTests || (testLevel !== undefined && testLevel !== 'NoTestRun');
}
