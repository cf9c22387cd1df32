import type { Operation } from '../operation.ts';
import { getLayout } from './layout.ts';
import { getObjectDirectory } from './object-directory.ts';
import { getObjectInfoBatch } from './object-info-batch.ts';
import { getObjectInfo } from './object-info.ts';
import { getPicklistValuesByRecordType } from './picklist-values-by-record-type.ts';
import { getPicklistValues } from './picklist-values.ts';
import { getRecordCreateDefaults } from './record-defaults-create.ts';

export const uiApiOperations: readonly Operation[] = [
  getObjectDirectory,
  getObjectInfo,
  getObjectInfoBatch,
  getPicklistValuesByRecordType,
  getPicklistValues,
  getLayout,
  getRecordCreateDefaults,
];
