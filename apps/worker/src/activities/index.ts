import type { ActivityDependencies } from './activity-dependencies.ts';
import { createFindWrite } from './find-write.ts';
import { createSendWrite } from './send-write.ts';

/** All activities of this worker, by their names on the wire. */
export function createActivities(dependencies: ActivityDependencies) {
  return { sendWrite: createSendWrite(dependencies), findWrite: createFindWrite(dependencies) };
}

export type Activities = ReturnType<typeof createActivities>;
export type { ActivityDependencies, OpenOrg } from './activity-dependencies.ts';
export type { FoundWrite } from './find-write.ts';
export type { WriteRequest } from './write-request.ts';
