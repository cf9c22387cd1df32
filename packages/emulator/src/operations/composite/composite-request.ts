import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { checkSubrequests, subrequestSchema, type Subrequest } from './subrequest.ts';

export const MAX_SUBREQUESTS = 25;
const MAX_QUERIES = 5;
/** `collateSubrequests` is true by default since v49. Source: REST API guide, Composite Request Body. */
const COLLATING_SINCE = 49;

const compositeSchema = z.strictObject({
  allOrNone: z.boolean().optional(),
  collateSubrequests: z.boolean().optional(),
  compositeRequest: z.array(subrequestSchema),
});

export interface CompositeRequest {
  readonly allOrNone: boolean;
  /** Salesforce may run unrelated subrequests of one kind together. */
  readonly collateSubrequests: boolean;
  readonly subrequests: readonly Subrequest[];
}

/**
 * The composite in a request's body. Source: REST API guide, Composite, for its limits.
 *
 * @throws SalesforceApiError 400 for the whole request
 * @throws NotEmulatedError for what Salesforce refuses in words that are not known
 */
export function readComposite(body: unknown, apiVersion: number): CompositeRequest {
  const parsed = compositeSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a composite of this shape: ${z.prettifyError(parsed.error)}`);
  const { allOrNone = false, collateSubrequests = apiVersion >= COLLATING_SINCE, compositeRequest } = parsed.data;
  if (compositeRequest.length === 0) throw new NotEmulatedError('a composite without subrequests');
  if (compositeRequest.filter(isQueryOrCollection).length > MAX_QUERIES) {
    throw new NotEmulatedError(`a composite with more than ${MAX_QUERIES} queries and sObject Collections`);
  }
  checkSubrequests(compositeRequest, apiVersion);
  return { allOrNone, collateSubrequests, subrequests: compositeRequest };
}

function isQueryOrCollection({ url }: Subrequest): boolean {
  return /^\/?services\/data\/[^/]+\/(?:query|queryAll|composite\/sobjects)(?:[/?]|$)/.test(url);
}
