import type { SoapCall } from '../../../metadata/soap/soap-call.ts';
import { cancelDeploy } from './cancel-deploy.ts';
import { checkDeployStatus } from './check-deploy-status.ts';
import { checkRetrieveStatus } from './check-retrieve-status.ts';
import { createMetadata } from './create-metadata.ts';
import { deleteMetadata } from './delete-metadata.ts';
import { deploy } from './deploy.ts';
import { deployRecentValidation } from './deploy-recent-validation.ts';
import { describeMetadata } from './describe-metadata.ts';
import { listMetadata } from './list-metadata.ts';
import { readMetadata } from './read-metadata.ts';
import { renameMetadata } from './rename-metadata.ts';
import { retrieve } from './retrieve.ts';
import { updateMetadata } from './update-metadata.ts';
import { upsertMetadata } from './upsert-metadata.ts';

/** The calls of the Metadata API that this emulator has; any other answers 501. */
export const soapCalls: readonly SoapCall[] = [
  deploy,
  checkDeployStatus,
  deployRecentValidation,
  cancelDeploy,
  retrieve,
  checkRetrieveStatus,
  listMetadata,
  describeMetadata,
  readMetadata,
  createMetadata,
  updateMetadata,
  upsertMetadata,
  deleteMetadata,
  renameMetadata,
];
