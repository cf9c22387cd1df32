import { setImmediate } from 'node:timers';
import { checkObjectName, checkRecordId } from '../plan/check-names.ts';
import type { CallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { fetchMetadata } from './fetch-metadata.ts';
import type { Metadata, MetadataOptions } from './metadata.ts';
import type { MetadataCache } from './metadata-cache.ts';
import {
  describeResource,
  layoutResource,
  layoutsResource,
  type MetadataResource,
  objectsResource,
  picklistsResource,
} from './metadata-resource.ts';

interface Question {
  readonly resource: MetadataResource<unknown>;
  readonly options: MetadataOptions;
  readonly answer: PromiseWithResolvers<unknown>;
}

/** Metadata of the transport's org and user, kept in the cache. */
export function createMetadata(transport: OrgTransport, cache: MetadataCache): Metadata {
  const { apiVersion: version } = transport;
  let questions: Question[] = [];

  async function ask<Value>(resource: MetadataResource<Value>, options: MetadataOptions = {}): Promise<Value> {
    const { revalidate = false, signal } = options;
    signal?.throwIfAborted();
    const fresh = revalidate ? undefined : cache.fresh(resource, version);
    if (fresh !== undefined) return fresh;
    const answer = cache.underWay(resource, version) ?? enqueue(resource, options);
    // What came is the resource's own value: it was checked by its schema.
    return (await unlessAborted(answer, signal)) as Value;
  }

  /** Waits until everything that is being asked at this moment has been, so that it becomes one request. */
  async function enqueue(resource: MetadataResource<unknown>, options: MetadataOptions): Promise<unknown> {
    const answer = Promise.withResolvers<unknown>();
    if (questions.length === 0) setImmediate(flush);
    questions.push({ resource, options, answer });
    return answer.promise;
  }

  function flush(): void {
    const asked = questions;
    questions = [];
    const fetched = new Map<string, Promise<unknown>>();
    for (const revalidate of [true, false]) {
      const group = asked.filter(
        ({ resource, options }) => (options.revalidate ?? false) === revalidate && !fetched.has(resource.key),
      );
      const resources = [...new Map(group.map(({ resource }) => [resource.key, resource])).values()].filter(
        (resource) => {
          const underWay = cache.underWay(resource, version);
          if (underWay !== undefined) fetched.set(resource.key, underWay);
          return underWay === undefined;
        },
      );
      const meter = meterOf(group);
      const answers = cache.fetch(resources, {
        version,
        revalidate,
        fetch: async (wanted) => fetchMetadata(transport, wanted, meter),
      });
      for (const [index, { key }] of resources.entries()) {
        const one = answers[index];
        if (one !== undefined) fetched.set(key, one);
      }
    }
    for (const { resource, answer } of asked) answer.resolve(fetched.get(resource.key));
  }

  return {
    describe: async (object, options) => ask(describeResource(named(object)), options),
    known(object, { young = false } = {}) {
      const resource = describeResource(named(object));
      return young ? cache.fresh(resource, version) : cache.peek(resource, version);
    },
    objects: async (options) => ask(objectsResource(), options),
    picklistValues: async (object, recordTypeId, options) =>
      ask(picklistsResource(named(object), checkRecordId(recordTypeId, 'recordTypeId')), options),
    layouts: async (object, options) => ask(layoutsResource(named(object)), options),
    layout: async (object, recordTypeId, options) =>
      ask(layoutResource(named(object), checkRecordId(recordTypeId, 'recordTypeId')), options),
  };
}

function named(object: string): string {
  checkObjectName(object, 'object');
  return object;
}

/** Counts once for everybody whose questions are answered by the same request. */
function meterOf(questions: readonly Question[]): CallMeter {
  const meters = new Set(questions.flatMap(({ options }) => options.meter ?? []));
  let calls = 0;
  return {
    count: () => {
      calls += 1;
      for (const meter of meters) meter.count();
    },
    get calls() {
      return calls;
    },
  };
}

/** Who gives up waiting does not take the answer away from the others. */
async function unlessAborted(answer: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  if (signal === undefined) return answer;
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => {
    aborted.reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([answer, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
