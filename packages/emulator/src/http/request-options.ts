import type { OperationRequest } from '../operations/operation.ts';
import { NotEmulatedError } from './not-emulated-error.ts';

type Unrouted = Omit<OperationRequest, 'params' | 'body'>;

const METHODS = new Set(['GET', 'PATCH', 'PUT', 'DELETE', 'HEAD']);
/** An external id may end like a format; what Salesforce makes of it then is not known. */
const BY_EXTERNAL_ID = /\/sobjects\/[^/]+\/[^/]+\/[^/]+$/;

/**
 * The request that is meant: the method of `?_HttpMethod=` on a POST, for clients that cannot send it, and the path
 * without its `.json`. Source: REST API guide, Update a Record (`_HttpMethod=PATCH`) and Using Different Formats (URI with
 * `.json` or `.xml`, and `Accept`).
 *
 * @throws NotEmulatedError for XML
 */
export function meantRequest(request: Unrouted): Unrouted {
  const { query, path, headers } = request;
  refuseXml(headers['accept']);
  const format = path.startsWith('/services/data/') ? /\.(json|xml)$/.exec(path)?.[1] : undefined;
  const override = query.get('_HttpMethod');
  if (format === undefined && override === null) return request;
  if (format === 'xml') throw new NotEmulatedError('an answer as XML');
  if (format !== undefined && BY_EXTERNAL_ID.test(path)) throw new NotEmulatedError('a format behind an external id');
  return {
    ...request,
    path: format === undefined ? path : path.slice(0, -'.json'.length),
    ...(override !== null && overridden(request, override)),
  };
}

function overridden({ method, query }: Unrouted, override: string): Pick<Unrouted, 'method' | 'query'> {
  if (method !== 'POST' || !METHODS.has(override)) throw new NotEmulatedError(`_HttpMethod=${override} on ${method}`);
  const rest = new URLSearchParams(query);
  rest.delete('_HttpMethod');
  return { method: override, query: rest };
}

function refuseXml(accept = '*/*'): void {
  if (/xml/i.test(accept) && !/json|\*\/\*/i.test(accept)) throw new NotEmulatedError(`an answer as ${accept}`);
}
