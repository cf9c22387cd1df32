// Writing to Salesforce from a platform service
export { connectPlatformClient } from './connect-platform-client.ts';
export {
  createPlatformClient,
  type PlatformClient,
  type PlatformClientOptions,
  type WriteHandle,
} from './platform-client.ts';
export { WriteFailure, type FailedAt } from './write-failure.ts';
