import { defineUmanTests } from '../../vitest.base.ts';

export default defineUmanTests({ globalSetup: ['test/postgres.setup.ts'] });
