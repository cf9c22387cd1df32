import type { Operation } from '../operation.ts';
import { frontdoor } from './frontdoor.ts';
import { singleAccess } from './single-access.ts';

export const frontdoorOperations: readonly Operation[] = [singleAccess, frontdoor];
