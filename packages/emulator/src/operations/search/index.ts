import type { Operation } from '../operation.ts';
import { parameterizedSearch } from './parameterized-search.ts';
import { parameterizedSearchByBody } from './parameterized-search-by-body.ts';
import { search } from './search.ts';

export const searchOperations: readonly Operation[] = [search, parameterizedSearch, parameterizedSearchByBody];
