import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { collate } from './collate.ts';
import { MAX_SUBREQUESTS, readComposite } from './composite-request.ts';
import { runSubrequests, type SubrequestResult } from './run-subrequests.ts';

export const composite = defineOperation({
  name: 'Composite',
  method: 'POST',
  path: '/services/data/:version/composite',
  since: 38,
  evidence: ['recorded', 'documented', 'practitioner'],
  source:
    'REST API guide, Composite (v62 and v67); recorded by sf-fx-runtime-nodejs (v51, 2021-04) and CumulusCI; ' +
    'too many subrequests in a log of guardian/support-service-lambdas (2020-11). ' +
    'Subrequests run in their order, which collation allows but does not promise, unless the switch `collation` says otherwise',
  handle(context) {
    const apiVersion = Number(apiVersionOf(context.request));
    const request = readComposite(context.request.body, apiVersion);
    const subrequests = request.subrequests.length;
    if (subrequests > MAX_SUBREQUESTS) return { status: 200, body: { compositeResponse: [tooMany()] }, subrequests };
    const reorders = request.collateSubrequests && context.org.switches.get('collation') === 'reordered';
    const compositeResponse = runSubrequests(context, {
      ...request,
      ...(reorders && { order: collate(request.subrequests) }),
      apiVersion,
    });
    return { status: 200, body: { compositeResponse }, subrequests };
  },
});

function tooMany(): Omit<SubrequestResult, 'referenceId'> & { readonly referenceId: null } {
  const message = `The request can’t contain more than ${MAX_SUBREQUESTS} operations.`;
  return {
    body: [{ errorCode: 'LIMIT_EXCEEDED', message }],
    httpHeaders: {},
    httpStatusCode: 400,
    referenceId: null,
  };
}
