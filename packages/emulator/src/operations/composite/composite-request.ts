import { z } from 'zod';
import { jsonParserError } from '../../dml/json-parser-error.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';

export const MAX_SUBREQUESTS = 25;
const MAX_QUERIES = 5;
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const INHERITED_HEADERS = ['accept', 'authorization', 'content-type'];

const subrequestSchema = z.strictObject({
  method: z.string(),
  url: z.string(),
  referenceId: z.string(),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).optional(),
});

const compositeSchema = z.strictObject({
  allOrNone: z.boolean().optional(),
  collateSubrequests: z.boolean().optional(),
  compositeRequest: z.array(subrequestSchema),
});

export type Subrequest = z.infer<typeof subrequestSchema>;

export interface CompositeRequest {
  readonly allOrNone: boolean;
  readonly subrequests: readonly Subrequest[];
}

/**
 * The composite in a request's body. Source: REST API guide, Composite: its limits, headers and rules of reference ids,
 * with the text for illegal ids.
 *
 * @throws SalesforceApiError 400 for the whole request
 * @throws NotEmulatedError for what Salesforce refuses in words that are not known
 */
export function readComposite(body: unknown, apiVersion: number): CompositeRequest {
  const parsed = compositeSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a composite of this shape: ${z.prettifyError(parsed.error)}`);
  const { allOrNone = false, compositeRequest } = parsed.data;
  if (compositeRequest.length === 0) throw new NotEmulatedError('a composite without subrequests');
  if (compositeRequest.filter(isQueryOrCollection).length > MAX_QUERIES) {
    throw new NotEmulatedError(`a composite with more than ${MAX_QUERIES} queries and sObject Collections`);
  }
  const known = new Set<string>();
  for (const subrequest of compositeRequest) {
    checkSubrequest(subrequest, apiVersion);
    if (known.has(subrequest.referenceId)) {
      throw new NotEmulatedError(`a composite with the referenceId ${subrequest.referenceId} twice`);
    }
    known.add(subrequest.referenceId);
  }
  return { allOrNone, subrequests: compositeRequest };
}

function checkSubrequest({ method, url, referenceId, httpHeaders }: Subrequest, apiVersion: number): void {
  if (!/^[A-Za-z0-9]\w*$/.test(referenceId) && apiVersion >= 52) {
    throw jsonParserError(
      `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    );
  }
  if (!METHODS.includes(method)) throw new NotEmulatedError(`a subrequest with the method ${method}`);
  // A URL without its first slash was accepted in 2021. Source: recorded by sf-fx-runtime-nodejs.
  if (!/^\/?services\/data\/v\d+\.\d\//.test(url)) {
    throw new NotEmulatedError(`a subrequest whose URL does not start with /services/data/vXX.X/: ${url}`);
  }
  const forbidden = Object.keys(httpHeaders ?? {}).find((name) => INHERITED_HEADERS.includes(name.toLowerCase()));
  if (forbidden !== undefined) throw new NotEmulatedError(`a subrequest with the header ${forbidden}`);
}

function isQueryOrCollection({ url }: Subrequest): boolean {
  return /^\/?services\/data\/[^/]+\/(?:query|queryAll|composite\/sobjects)(?:[/?]|$)/.test(url);
}
