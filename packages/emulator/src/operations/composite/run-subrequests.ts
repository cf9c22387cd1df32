import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { toErrorResponse } from '../../http/to-error-response.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { resolveBody, resolveUrl, type References } from './composite-references.ts';
import type { CompositeRequest, Subrequest } from './composite-request.ts';

/** As `compositeResponse` prints it. */
export interface SubrequestResult {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** Thrown within the transaction so that it rolls back. */
class RolledBack extends Error {
  readonly results: readonly SubrequestResult[];

  constructor(results: readonly SubrequestResult[]) {
    super('A subrequest failed.');
    this.results = results;
  }
}

/**
 * Runs the subrequests in their order, in one transaction. With `allOrNone` the first failure undoes everything, and the
 * others answer PROCESSING_HALTED; without it each stands for itself.
 * Source: REST API guide, Composite, and "allOrNone Parameters in Composite and Collections Requests".
 */
export function runSubrequests(
  context: OperationContext,
  { allOrNone, subrequests }: CompositeRequest,
  apiVersion: number,
): readonly SubrequestResult[] {
  const answers = new Map<string, unknown>();
  const results: SubrequestResult[] = [];
  try {
    return context.org.transaction(() => {
      for (const subrequest of subrequests) {
        const result = runSubrequest(context, subrequest, { answers, apiVersion });
        results.push(result);
        answers.set(subrequest.referenceId, result.body);
        if (allOrNone && isFailure(result)) throw new RolledBack(results);
      }
      return results;
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    return subrequests.map((subrequest, index) => {
      const result = error.results[index];
      const keeps = result && (index === error.results.length - 1 || isCollection(subrequest));
      return keeps ? result : halted(subrequest.referenceId);
    });
  }
}

function runSubrequest(context: OperationContext, subrequest: Subrequest, references: References): SubrequestResult {
  const response = answer(subrequest, () => {
    const url = resolveUrl(subrequest.url, references).replace(/^\/*/, '/');
    const [path = '', query = ''] = url.split(/\?(.*)/s);
    return context.dispatch({
      method: subrequest.method,
      path,
      query: new URLSearchParams(query),
      headers: lowerCaseNames(subrequest.httpHeaders ?? {}),
      body: resolveBody(subrequest.body, references),
    });
  });
  return {
    body: response.body ?? null,
    httpHeaders: response.headers ?? {},
    httpStatusCode: response.status,
    referenceId: subrequest.referenceId,
  };
}

/** Failures of Salesforce become the subrequest's answer; what is not emulated fails the whole request. */
function answer({ method, url }: Subrequest, run: () => OperationResponse): OperationResponse {
  try {
    return run();
  } catch (error) {
    const response = error instanceof SalesforceApiError ? toErrorResponse(error, { method, path: url }) : undefined;
    if (!response) throw error;
    return response;
  }
}

function isFailure({ httpStatusCode }: SubrequestResult): boolean {
  return httpStatusCode >= 300 && httpStatusCode !== 304;
}

/** The result of a nested sObject Collections request is shown as it was, although it is rolled back as well. */
function isCollection({ url }: Subrequest): boolean {
  return /\/composite\/sobjects/.test(url);
}

function halted(referenceId: string): SubrequestResult {
  return {
    body: [
      {
        errorCode: 'PROCESSING_HALTED',
        message: 'The transaction was rolled back since another operation in the same transaction failed.',
      },
    ],
    httpHeaders: {},
    httpStatusCode: 400,
    referenceId,
  };
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
