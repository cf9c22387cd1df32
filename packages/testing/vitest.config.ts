import { fileURLToPath } from 'node:url';
import { defineUmanTests } from '../../vitest.base.ts';

export default defineUmanTests({
  globalSetup: [fileURLToPath(new URL('src/stack-global-setup.ts', import.meta.url))],
});
