import type { Operation } from '../operation.ts';
import { composite } from './composite.ts';
import { listCompositeResources } from './list-composite-resources.ts';

export const compositeOperations: readonly Operation[] = [composite, listCompositeResources];
