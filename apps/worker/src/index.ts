export { bundleWorkflows, createUmanWorker, type UmanWorkerOptions } from './worker.ts';
export { createDependencies, type DependenciesOptions } from './dependencies.ts';
export { createActivities, type Activities, type ActivityDependencies, type OpenOrg } from './activities/index.ts';
