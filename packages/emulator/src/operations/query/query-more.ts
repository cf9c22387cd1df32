import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';
import { toPage } from './to-page.ts';

export const queryMore = defineOperation({
  name: 'Query: further pages',
  method: 'GET',
  path: '/services/data/:version/query/:locator',
  evidence: ['recorded', 'unverified'],
  source:
    'pages recorded by sf-fx-runtime-nodejs (v51) and Nango integration templates (2026-05); the text of ' +
    'INVALID_QUERY_LOCATOR is not verified, nor that a locator serves only the user who asked',
  composable: true,
  handle(context) {
    const { org, request } = context;
    const [, locator = '', offset = ''] = /^(\w+)-(\d+)$/.exec(param(request, 'locator')) ?? [];
    const cursor = org.cursors.find(locator, callerOf(context).userId);
    if (!cursor || Number(offset) >= cursor.pages.totalSize) {
      throw new SalesforceApiError({
        status: 400,
        errorCode: 'INVALID_QUERY_LOCATOR',
        message: 'invalid query locator',
      });
    }
    const page = toPage({ cursor, locator, offset: Number(offset), apiVersion: apiVersionOf(request) });
    return { status: 200, body: page };
  },
});
