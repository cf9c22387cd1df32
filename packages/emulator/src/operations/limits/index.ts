import type { Operation } from '../operation.ts';
import { limits } from './limits.ts';
import { recordCount } from './record-count.ts';

export const limitOperations: readonly Operation[] = [limits, recordCount];
