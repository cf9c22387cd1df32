import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';
import { readComposite } from './composite-request.ts';
import { runSubrequests } from './run-subrequests.ts';

export const composite = defineOperation({
  name: 'Composite',
  method: 'POST',
  path: '/services/data/:version/composite',
  source:
    'REST API guide, Composite (v62 and v67); recorded by sf-fx-runtime-nodejs (v51, 2021-04) and CumulusCI. ' +
    'Subrequests run in their order, which collation allows but does not promise',
  handle(context) {
    const apiVersion = Number(apiVersionOf(context.request));
    const request = readComposite(context.request.body, apiVersion);
    const compositeResponse = runSubrequests(context, request, apiVersion);
    return { status: 200, body: { compositeResponse }, subrequests: request.subrequests.length };
  },
});
