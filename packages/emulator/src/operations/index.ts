import { createCollection } from './collections/create-collection.ts';
import { retrieveCollection } from './collections/retrieve-collection.ts';
import { updateCollection } from './collections/update-collection.ts';
import { composite } from './composite/composite.ts';
import { listCompositeResources } from './composite/list-composite-resources.ts';
import { limits } from './limits/limits.ts';
import { oauthOperations } from './oauth/index.ts';
import type { Operation } from './operation.ts';
import { queryAll } from './query/query-all.ts';
import { queryMore } from './query/query-more.ts';
import { query } from './query/query.ts';
import { basicInformation } from './sobjects/basic-information.ts';
import { blob } from './sobjects/blob.ts';
import { createByIdField } from './sobjects/create-by-id-field.ts';
import { create } from './sobjects/create.ts';
import { deleteByExternalId } from './sobjects/delete-by-external-id.ts';
import { deleteOperation } from './sobjects/delete.ts';
import { describeGlobal } from './sobjects/describe-global.ts';
import { describe } from './sobjects/describe.ts';
import { deleteObject, patchObject, postRecord, putObject, putRecord } from './sobjects/method-not-allowed.ts';
import { retrieveByExternalId } from './sobjects/retrieve-by-external-id.ts';
import { retrieve } from './sobjects/retrieve.ts';
import { update } from './sobjects/update.ts';
import { upsert } from './sobjects/upsert.ts';
import { listResources } from './versions/list-resources.ts';
import { listVersions } from './versions/list-versions.ts';

/** Every endpoint of Salesforce's API that this emulator has, by area. What is not here answers 501. */
export const operations: readonly Operation[] = [
  listVersions,
  listResources,
  limits,

  describeGlobal,
  basicInformation,
  describe,
  create,
  createByIdField,
  retrieve,
  update,
  deleteOperation,
  blob,
  retrieveByExternalId,
  upsert,
  deleteByExternalId,
  patchObject,
  putObject,
  deleteObject,
  postRecord,
  putRecord,

  query,
  queryAll,
  queryMore,

  composite,
  listCompositeResources,
  createCollection,
  updateCollection,
  retrieveCollection,

  ...oauthOperations,
];
