// Starting and stopping the stack
export { startLocalStack } from './start-local-stack.ts';
export type { LocalStack, LocalStackOptions, StartProcessOptions } from './local-stack.ts';
export type { OwnedProcess } from './guardian/create-guardian.ts';
export { removeDataDirectory } from './remove-data-directory.ts';

// Parts of it
export { findTemporal, type FindTemporalOptions } from './temporal/find-temporal.ts';
export { createDatabase } from './postgres/create-database.ts';

// What can go wrong
export {
  DirectoryInUseError,
  DirectoryUnusableError,
  GuardianError,
  LocalStackError,
  NotADataDirectoryError,
  PartFailedError,
  PartNotStartedError,
  ServerUnreachableError,
  TemporalNotFoundError,
} from './errors.ts';
export type { FailedAttempt } from './errors.ts';
