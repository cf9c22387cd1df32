export { createUmanWorker, type UmanWorkerOptions } from './worker.ts';
export { bundleWorkflows } from './workflow-bundle.ts';
export { createDependencies, type DependenciesOptions } from './dependencies.ts';
export { createActivities, type Activities, type ActivityDependencies, type OpenOrg } from './activities/index.ts';
