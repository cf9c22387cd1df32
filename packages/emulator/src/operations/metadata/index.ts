import type { Operation } from '../operation.ts';
import { cancelDeployRequest } from './cancel-deploy-request.ts';
import { createDeployRequest, readDeployRequest } from './deploy-request.ts';
import { soapEndpoint } from './soap-endpoint.ts';

export const metadataOperations: readonly Operation[] = [
  soapEndpoint,
  createDeployRequest,
  readDeployRequest,
  cancelDeployRequest,
];
