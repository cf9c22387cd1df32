import type { OrgKnowledge } from '../errors/missing/org-knowledge.ts';
import { isApiName } from '../soql/api-name.ts';
import type { MetadataCache } from './metadata-cache.ts';
import { describeResource, objectsResource } from './metadata-resource.ts';

/** What the cache holds, for the words of errors: no request is made for it. */
export function knownNames(cache: MetadataCache, apiVersion: string): OrgKnowledge {
  return {
    object: (name) => (isApiName(name) ? cache.peek(describeResource(name), apiVersion) : undefined),
    objects: () => cache.peek(objectsResource(), apiVersion),
  };
}
