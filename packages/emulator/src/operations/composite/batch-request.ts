import { z } from 'zod';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';

const MAX_SUBREQUESTS = 25;
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

const batchSchema = z.strictObject({
  haltOnError: z.boolean().optional(),
  batchRequests: z.array(
    z.strictObject({
      method: z.string(),
      url: z.string(),
      richInput: z.unknown().optional(),
      binaryPartName: z.string().optional(),
      binaryPartNameAlias: z.string().optional(),
    }),
  ),
});

export interface BatchSubrequest {
  readonly method: string;
  /** `/services/data/v64.0/…` */
  readonly path: string;
  /** Query string without its `?`. */
  readonly query: string;
  readonly body: unknown;
}

export interface BatchRequest {
  readonly haltOnError: boolean;
  readonly subrequests: readonly BatchSubrequest[];
}

/**
 * The batch in a request's body. Source: REST API guide, Batch Request Body: 25 subrequests, URLs that begin with their
 * version (`v64.0/sobjects/…`), methods in any case (its Connect API examples write `Get`).
 *
 * @throws NotEmulatedError for what Salesforce refuses in words that are not known, and for binary parts
 */
export function readBatch(body: unknown): BatchRequest {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) throw new NotEmulatedError(`a batch of this shape: ${z.prettifyError(parsed.error)}`);
  const { haltOnError = false, batchRequests } = parsed.data;
  if (batchRequests.length === 0) throw new NotEmulatedError('a batch without subrequests');
  if (batchRequests.length > MAX_SUBREQUESTS) {
    throw new NotEmulatedError(`a batch of more than ${MAX_SUBREQUESTS} subrequests`);
  }
  return {
    haltOnError,
    subrequests: batchRequests.map(({ method, url, richInput, binaryPartName, binaryPartNameAlias }) => {
      if (binaryPartName !== undefined || binaryPartNameAlias !== undefined) {
        throw new NotEmulatedError('a batch with a binaryPartName');
      }
      const [path = '', query = ''] = url.split(/\?(.*)/s);
      if (!METHODS.includes(method.toUpperCase())) throw new NotEmulatedError(`a subrequest with the method ${method}`);
      return { method: method.toUpperCase(), path: wholePath(path), query, body: richInput };
    }),
  };
}

/** simple-salesforce and others send `/v64.0/…` or the whole path as well. Whether all are taken is not verified. */
function wholePath(path: string): string {
  const rest = /^\/?(?:services\/data\/)?(v\d+\.\d\/.+)$/.exec(path)?.[1];
  if (rest === undefined) throw new NotEmulatedError(`a subrequest whose URL does not start with its version: ${path}`);
  return `/services/data/${rest}`;
}
