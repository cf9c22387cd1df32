import { defineConfig } from 'rolldown';

/**
 * What is deployed is a few bundles instead of hundreds of small modules, which are pleasant to read and slow to load: the
 * library (`index`), the command (`main`), and what starts the command with its compiled code kept (`start`). Types are made by tsc.
 */
export default defineConfig({
  input: { index: 'src/index.ts', main: 'src/main.ts', start: 'src/start.ts' },
  platform: 'node',
  external: [/^node:/, /^@uman\//],
  output: { dir: 'dist', sourcemap: true, cleanDir: true, charset: 'ascii', comments: { jsdoc: false } },
});
