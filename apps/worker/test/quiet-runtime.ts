import { DefaultLogger, Runtime } from '@temporalio/worker';

// Failures that a test asks for are told by the test, not by the worker's log.
Runtime.install({ logger: new DefaultLogger('ERROR') });
