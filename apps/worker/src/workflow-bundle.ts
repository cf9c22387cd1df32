import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  DefaultLogger,
  bundleWorkflowCode,
  type WorkflowBundleOption,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/** Where the build leaves the workflows, beside the worker's own code. */
export const BUILT_BUNDLE = fileURLToPath(new URL('./workflows.bundle.js', import.meta.url));

/** The workflows as one piece of code for the sandbox: what the build made, or made now, which takes a second or two. */
export async function loadWorkflowBundle(): Promise<WorkflowBundleOption> {
  return existsSync(BUILT_BUNDLE) ? { codePath: BUILT_BUNDLE } : await bundleWorkflows();
}

/** Makes the bundle from the sources, or from their built form, whichever this code is. */
export async function bundleWorkflows(): Promise<WorkflowBundleWithSourceMap> {
  const fromSources = import.meta.url.endsWith('.ts');
  return await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL(`./workflows/index.${fromSources ? 'ts' : 'js'}`, import.meta.url)),
    logger: new DefaultLogger('WARN'),
    // The packages of this repository are resolved in the same way as by the process itself.
    webpackConfigHook: (config) => ({
      ...config,
      resolve: {
        ...config.resolve,
        conditionNames: [...(fromSources ? ['development'] : []), 'import', 'module', 'default'],
      },
    }),
  });
}
