import { fileURLToPath } from 'node:url';
import { defineUmanTests } from '../../vitest.base.ts';

export default defineUmanTests({
  globalSetup: [fileURLToPath(import.meta.resolve('@uman/testing/stack-global-setup'))],
});
