import { enableCompileCache } from 'node:module';

// Before anything else is loaded, so that all of it is kept compiled.
enableCompileCache();
await import('./main.ts');
