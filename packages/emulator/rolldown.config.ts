import { defineConfig } from 'rolldown';

/**
 * What is deployed is two files with everything in them: hundreds of small modules are pleasant to read and slow to load.
 * Types are made by tsc.
 */
export default defineConfig({
  input: { index: 'src/index.ts', main: 'src/main.ts', start: 'src/start.ts' },
  platform: 'node',
  external: [/^node:/, /^@uman\//],
  output: { dir: 'dist', sourcemap: true, cleanDir: true },
});
