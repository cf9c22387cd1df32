import type { Operation } from '../operation.ts';
import { createCollection } from './create-collection.ts';
import { deleteCollection } from './delete-collection.ts';
import { retrieveCollection } from './retrieve-collection.ts';
import { retrieveCollectionByBody } from './retrieve-collection-by-body.ts';
import { updateCollection } from './update-collection.ts';
import { upsertCollection } from './upsert-collection.ts';

export const collectionOperations: readonly Operation[] = [
  createCollection,
  updateCollection,
  upsertCollection,
  deleteCollection,
  retrieveCollection,
  retrieveCollectionByBody,
];
