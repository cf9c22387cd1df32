import type { Operation } from '../operation.ts';
import { limits } from './limits.ts';

export const limitOperations: readonly Operation[] = [limits];
