// The last step of the build: the workflows are bundled once, not at each start of a worker.
import { writeFile } from 'node:fs/promises';
import { BUILT_BUNDLE, bundleWorkflows } from './workflow-bundle.ts';

const { code } = await bundleWorkflows();
await writeFile(BUILT_BUNDLE, code);
