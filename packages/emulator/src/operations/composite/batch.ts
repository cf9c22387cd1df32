import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { toErrorResponse } from '../../http/to-error-response.ts';
import { defineOperation, type OperationContext, type OperationResponse } from '../operation.ts';
import { readBatch, type BatchRequest, type BatchSubrequest } from './batch-request.ts';

export const batch = defineOperation({
  name: 'Composite Batch',
  method: 'POST',
  path: '/services/data/:version/composite/batch',
  since: 34,
  evidence: ['documented', 'unverified'],
  source:
    'REST API guide, Composite Batch, Batch Request Body and Batch Response Body: order of the subrequests, haltOnError, ' +
    'hasErrors; each subrequest counts as an API call. Not verified: the text of BATCH_PROCESSING_HALTED, what a ' +
    'subrequest answers when the daily limit ends within a batch, and that halted subrequests are not counted',
  handle(context) {
    const request = readBatch(context.request.body);
    const results = context.org.transaction(() => runBatch(context, request));
    const hasErrors = results.some(({ statusCode }) => statusCode >= 400);
    return {
      status: 200,
      body: { hasErrors, results: results.map(({ statusCode, result }) => ({ statusCode, result })) },
      subrequests: request.subrequests.length,
      apiCalls: results.filter(({ counted }) => counted).length,
    };
  },
});

interface BatchResult {
  readonly statusCode: number;
  readonly result: unknown;
  readonly counted: boolean;
}

/** One after the other; each that succeeds stays, whatever follows. */
function runBatch(context: OperationContext, { haltOnError, subrequests }: BatchRequest): readonly BatchResult[] {
  const { usage } = context.org;
  // The first one is what the batch itself was counted as.
  let callsLeft = usage.limit - usage.used() + 1;
  let isHalted = false;
  return subrequests.map((subrequest) => {
    if (isHalted)
      return toResult(refusal(412, 'BATCH_PROCESSING_HALTED', 'Batch processing halted per request'), false);
    const counted = callsLeft > 0;
    callsLeft -= 1;
    const response = counted
      ? context.org.transaction(() => answer(context, subrequest))
      : refusal(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.');
    if (haltOnError && response.status >= 400) isHalted = true;
    return toResult(response, counted);
  });
}

function toResult({ status, body = null }: OperationResponse, counted: boolean): BatchResult {
  return { statusCode: status, result: body, counted };
}

/** What is not emulated fails the whole request. */
function answer(context: OperationContext, { method, path, query, body }: BatchSubrequest): OperationResponse {
  try {
    return context.dispatch({ method, path, query: new URLSearchParams(query), headers: {}, body }, 'batch');
  } catch (error) {
    const response = error instanceof SalesforceApiError ? toErrorResponse(error, { method, path }) : undefined;
    if (!response) throw error;
    return response;
  }
}

function refusal(status: number, errorCode: string, message: string): OperationResponse {
  return { status, body: [{ errorCode, message }] };
}
