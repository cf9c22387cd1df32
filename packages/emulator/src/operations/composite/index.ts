import type { Operation } from '../operation.ts';
import { batch } from './batch.ts';
import { composite } from './composite.ts';
import { graph } from './graph.ts';
import { tree } from './tree.ts';
import { listCompositeResources } from './list-composite-resources.ts';

export const compositeOperations: readonly Operation[] = [composite, batch, graph, tree, listCompositeResources];
