import createRouter from 'find-my-way';
import type { Operation } from '../operations/operation.ts';
import { NotEmulatedError } from './not-emulated-error.ts';
import { parseApiVersion } from './api-versions.ts';
import { badUri } from './bad-uri.ts';

export interface RouteMatch {
  readonly operation: Operation;
  /** Named parts of the path, URL-decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export interface OperationRouter {
  /**
   * The operation for a request.
   *
   * @throws NotEmulatedError where there is none
   * @throws SalesforceApiError 404 or 410 for an API version that Salesforce does not have
   */
  find(method: string, path: string): RouteMatch;
}

/** Longest part of a path: an external id of 255 characters, URL-encoded. */
const MAX_PART = 255 * 12;

export function createOperationRouter(operations: readonly Operation[]): OperationRouter {
  const routerOf = routersByResource(operations);

  return {
    find(method, asked) {
      if (!isPlainPath(asked)) throw badUri();
      const path = asked.length > 1 && asked.endsWith('/') ? asked.slice(0, -1) : asked;
      const version = /^\/services\/data\/([^/]+)/.exec(path)?.[1];
      if (version !== undefined) parseApiVersion(version);
      const router = routerOf(path);
      const found =
        router?.find(method as 'GET', path) ?? (answersHead(method, path) ? router?.find('GET', path) : undefined);
      if (!found) throw new NotEmulatedError();
      const params: Record<string, string> = {};
      for (const [name, value] of Object.entries(found.params)) {
        if (value !== undefined) params[name] = value;
      }
      return { operation: found.store as Operation, params };
    },
  };
}

/** A router for each resource, made when a request first asks for one of its paths: to make all of them takes long. */
function routersByResource(operations: readonly Operation[]): (path: string) => OperationsRouter | undefined {
  const byResource = Map.groupBy(operations, ({ path }) => resourceOf(path));
  const routers = new Map<string, OperationsRouter>();
  return (path) => {
    const resource = resourceOf(decodeURIComponent(path));
    const known = routers.get(resource);
    const its = byResource.get(resource);
    if (known || !its) return known;
    const router = createRouter({ caseSensitive: true, maxParamLength: MAX_PART });
    for (const operation of its) router.on(operation.method, operation.path, () => undefined, operation);
    routers.set(resource, router);
    return router;
  };
}

type OperationsRouter = ReturnType<typeof createRouter>;

/** `sobjects` of `/services/data/v66.0/sobjects/Account`, `/services/oauth2` of `/services/oauth2/token`. */
function resourceOf(path: string): string {
  const [, first = '', second = '', , resource = ''] = path.split('/');
  if (first !== 'services') return first;
  return second === 'data' ? `/services/data/${resource}` : `/services/${second}`;
}

/** Source: REST API guide: HEAD is among the methods of objects, descriptions and rows; Node sends no body for it. */
function answersHead(method: string, path: string): boolean {
  return method === 'HEAD' && /^\/services\/data\/[^/]+\/sobjects(?:\/|$)/.test(path);
}

/**
 * Text, and nothing that servers take in different ways: no empty or dot parts (URL-encoded or not), no parameters after
 * `;`, no backslash, no NUL. What of these Salesforce takes is not known.
 */
function isPlainPath(path: string): boolean {
  if (/[;\\]|\/\//.test(path)) return false;
  if (!/[%.]/.test(path)) return true;
  try {
    const parts = path.split('/').map((part) => decodeURIComponent(part));
    return parts.every((part) => part !== '.' && part !== '..' && !part.includes('\0'));
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
