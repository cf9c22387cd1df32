import type { Operation } from '../operation.ts';
import { toolingCreate } from './create.ts';
import { toolingDescribe } from './describe.ts';
import { toolingDescribeGlobal } from './describe-global.ts';
import { toolingQuery } from './query.ts';
import { toolingQueryMore } from './query-more.ts';
import { toolingRetrieve } from './retrieve.ts';
import { sandboxAuth } from './sandbox-auth.ts';
import { toolingUpdate } from './update.ts';

export const toolingOperations: readonly Operation[] = [
  toolingQuery,
  toolingQueryMore,
  toolingDescribeGlobal,
  toolingDescribe,
  toolingCreate,
  toolingRetrieve,
  toolingUpdate,
  sandboxAuth,
];
