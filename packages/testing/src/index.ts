// The stack that a package's tests share; started by `@uman/testing/stack-global-setup`
export { sharedStack, type SharedStack } from './shared-stack.ts';
export { temporalClient } from './temporal-client.ts';
export { replay } from './replay.ts';

// Of each test's own
export { anEmulatedOrg } from './an-emulated-org.ts';
