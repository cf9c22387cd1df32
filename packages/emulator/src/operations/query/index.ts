import type { Operation } from '../operation.ts';
import { query } from './query.ts';
import { queryAll } from './query-all.ts';
import { queryMore } from './query-more.ts';

export const queryOperations: readonly Operation[] = [query, queryAll, queryMore];
