import type { Operation } from '../operation.ts';
import { listResources } from './list-resources.ts';
import { listVersions } from './list-versions.ts';

export const versionOperations: readonly Operation[] = [listVersions, listResources];
