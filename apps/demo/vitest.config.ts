import { defineUmanTests } from '../../vitest.base.ts';

export default defineUmanTests({ testTimeout: 180_000 });
