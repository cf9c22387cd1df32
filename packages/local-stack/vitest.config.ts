import { defineUmanTests } from '../../vitest.base.ts';

// Real servers, several times over: on a busy machine that takes its time.
export default defineUmanTests({ testTimeout: 180_000 });
