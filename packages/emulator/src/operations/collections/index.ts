import type { Operation } from '../operation.ts';
import { createCollection } from './create-collection.ts';
import { retrieveCollection } from './retrieve-collection.ts';
import { updateCollection } from './update-collection.ts';

export const collectionOperations: readonly Operation[] = [createCollection, updateCollection, retrieveCollection];
