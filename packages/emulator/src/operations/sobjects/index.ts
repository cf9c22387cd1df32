import type { Operation } from '../operation.ts';
import { basicInformation } from './basic-information.ts';
import { create } from './create.ts';
import { createByIdField } from './create-by-id-field.ts';
import { deleteOperation } from './delete.ts';
import { deleteByExternalId } from './delete-by-external-id.ts';
import { describe } from './describe.ts';
import { describeLayoutOfRecordType } from './describe-layout-of-record-type.ts';
import { describeLayouts } from './describe-layouts.ts';
import { describeGlobal } from './describe-global.ts';
import { deleteRelated } from './delete-related.ts';
import { getDeleted } from './get-deleted.ts';
import { getUpdated } from './get-updated.ts';
import { recent } from './recent.ts';
import { retrieveRelated } from './retrieve-related.ts';
import { updateRelated } from './update-related.ts';
import { retrieve } from './retrieve.ts';
import { retrieveByExternalId } from './retrieve-by-external-id.ts';
import { update } from './update.ts';
import { upsert } from './upsert.ts';

export const sobjectOperations: readonly Operation[] = [
  describeGlobal,
  basicInformation,
  describe,
  describeLayouts,
  describeLayoutOfRecordType,
  create,
  createByIdField,
  retrieve,
  update,
  deleteOperation,
  retrieveRelated,
  updateRelated,
  deleteRelated,
  getUpdated,
  getDeleted,
  recent,
  retrieveByExternalId,
  upsert,
  deleteByExternalId,
];
