import { defineUmanTests } from '../vitest.base.ts';

export default defineUmanTests();
