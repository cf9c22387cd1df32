import { z } from 'zod';
import { jsonParserError } from '../../dml/json-parser-error.ts';
import { NotEmulatedError } from '../../http/not-emulated-error.ts';

const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
const INHERITED_HEADERS = ['accept', 'authorization', 'content-type'];

/** One step of a composite, and one node of a graph. Source: REST API guide, Composite Subrequest. */
export const subrequestSchema = z.strictObject({
  method: z.string(),
  url: z.string(),
  referenceId: z.string(),
  body: z.unknown().optional(),
  httpHeaders: z.record(z.string(), z.string()).optional(),
});

export type Subrequest = z.infer<typeof subrequestSchema>;

/**
 * Each subrequest by itself, and that no two have one reference id. Source: REST API guide, Composite Subrequest: methods,
 * headers and rules of reference ids, with the text for illegal ids, which refuse the whole request from v52 on.
 *
 * @throws SalesforceApiError 400 for the whole request
 * @throws NotEmulatedError for what Salesforce refuses in words that are not known
 */
export function checkSubrequests(subrequests: readonly Subrequest[], apiVersion: number): void {
  const known = new Set<string>();
  for (const subrequest of subrequests) {
    checkSubrequest(subrequest, apiVersion);
    if (known.has(subrequest.referenceId)) {
      throw new NotEmulatedError(`a composite with the referenceId ${subrequest.referenceId} twice`);
    }
    known.add(subrequest.referenceId);
  }
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
  if (forbidden !== undefined) {
    // The guide says that such a request fails with 400; code and text are not verified.
    throw jsonParserError(`The header ${forbidden} is not allowed in a subrequest.`);
  }
}
