import { backgroundWork, type BackgroundWork } from '../../org/background-work.ts';
import type { Org } from '../../org/org.ts';
import { reasonOfFailure } from '../reason-of-failure.ts';
import { retrieveArchive, type RetrieveRequest, type RetrieveResult } from './retrieve-archive.ts';
import { retrieveStore } from './retrieve-store.ts';

/** The retrievals of an org, made one after the other after the request is answered. */
export interface RetrieveJobs {
  /** @returns the id of the retrieval, `09S…` */
  add(request: RetrieveRequest): string;
  /** @param id of 18 characters */
  find(id: string): RetrieveResult | undefined;
}

/** Asking for them sets those going that wait: also what a process that ended has left. */
export function retrieveJobs(org: Org): RetrieveJobs {
  const jobs = known.get(org) ?? createRetrieveJobs(org);
  known.set(org, jobs);
  jobs.wake();
  return jobs;
}

const known = new WeakMap<Org, RetrieveJobs & BackgroundWork>();

function createRetrieveJobs(org: Org): RetrieveJobs & BackgroundWork {
  const store = retrieveStore(org);
  const step = (): boolean => {
    const waiting = store.next();
    if (!waiting) return false;
    const { request, result } = waiting;
    if (result.status === 'Pending') {
      store.saveResult({ ...result, status: 'InProgress' });
      return true;
    }
    try {
      store.saveResult(retrieveArchive(org, result.id, request));
    } catch (error) {
      store.saveResult({ ...result, done: true, errorMessage: reasonOfFailure(error), status: 'Failed' });
    }
    return true;
  };
  return {
    ...backgroundWork(org, step),
    add(request) {
      const id = org.recordIds.allocate('09S');
      const result = { done: false, fileProperties: [], id, messages: [], status: 'Pending', success: false } as const;
      store.add({ request, result });
      return id;
    },
    find: (id) => store.find(id)?.result,
  };
}
