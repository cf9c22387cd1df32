import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { toErrorResponse } from '../../http/to-error-response.ts';
import type { OperationContext, OperationResponse } from '../operation.ts';
import { resolveBody, resolveUrl, type References } from './composite-references.ts';
import type { Subrequest } from './subrequest.ts';

/** As `compositeResponse` prints it. */
export interface SubrequestResult {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

export interface RunSubrequestsOptions {
  readonly allOrNone: boolean;
  /** Answered in this order. */
  readonly subrequests: readonly Subrequest[];
  /** Run in this order. @default that of the answers */
  readonly order?: readonly Subrequest[];
  /** Of the whole request. */
  readonly apiVersion: number;
}

/** Thrown within the transaction so that it rolls back. */
class RolledBack extends Error {}

/**
 * Runs the subrequests in one transaction. With `allOrNone` the first failure undoes everything, and the others answer
 * PROCESSING_HALTED; without it each stands for itself.
 * Source: REST API guide, Composite, and "allOrNone Parameters in Composite and Collections Requests"; a failed graph in
 * the tests of Salesforce's ReVoman.
 */
export function runSubrequests(context: OperationContext, options: RunSubrequestsOptions): readonly SubrequestResult[] {
  const { allOrNone, subrequests, order = subrequests, apiVersion } = options;
  const answers = new Map<string, unknown>();
  const results = new Map<Subrequest, SubrequestResult>();
  let culprit: Subrequest | undefined;
  try {
    context.org.transaction(() => {
      for (const subrequest of order) {
        const result = runSubrequest(context, subrequest, { answers, apiVersion });
        results.set(subrequest, result);
        answers.set(subrequest.referenceId, result.body);
        if (allOrNone && isFailure(result)) {
          culprit = subrequest;
          throw new RolledBack();
        }
      }
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  return subrequests.map((subrequest) => {
    const result = results.get(subrequest);
    const keeps = culprit === undefined || subrequest === culprit || isCollection(subrequest);
    return result && keeps ? result : halted(subrequest);
  });
}

/** Answered with an error, or with several records that an external id could mean. */
export function isFailure({ httpStatusCode }: SubrequestResult): boolean {
  return httpStatusCode >= 300 && httpStatusCode !== 304;
}

/** Source: the same page, for the text. */
export function halted({ referenceId }: Subrequest): SubrequestResult {
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

/** The result of a nested sObject Collections request is shown as it was, although it is rolled back as well. */
function isCollection({ url }: Subrequest): boolean {
  return /\/composite\/sobjects/.test(url);
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
