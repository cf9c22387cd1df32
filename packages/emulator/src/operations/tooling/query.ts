import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import { forgetInstallKey, showPackageVersion } from '../../packaging/show-package-version.ts';
import { toToolingRecord } from '../../tooling/tooling-record.ts';
import { visibleToolingSchema } from '../../tooling/visible-tooling-schema.ts';
import { accessOf } from '../caller.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { answerQuery } from '../query/answer-query.ts';
import { toolingCaller } from './tooling-request.ts';

export const toolingQuery = defineOperation({
  name: 'Tooling API: query',
  method: 'GET',
  path: '/services/data/:version/tooling/query',
  evidence: ['documented', 'client'],
  source: 'Tooling API guide, REST Resources; the queries of @salesforce/packaging and @salesforce/core',
  handle(context) {
    const schema = visibleToolingSchema(context.org, accessOf(context));
    const versionId = schema.object('SubscriberPackageVersion') ? showAskedVersion(context) : undefined;
    try {
      const answer = answerQuery({ ...context, schema }, { includeDeleted: false });
      return { ...answer, body: toToolingRecord(answer.body as Record<string, unknown>) };
    } finally {
      if (versionId !== undefined) forgetInstallKey(context.org, versionId);
    }
  },
});

/**
 * A package version can be asked for by its id alone, and shows then what it is to this org.
 * Source: `isErrorFromSPVQueryRestriction` of @salesforce/packaging for the refusal, of which it knows the beginning.
 *
 * @returns its id, where there is such a version
 */
function showAskedVersion(context: OperationContext): string | undefined {
  const soql = context.request.query.get('q') ?? '';
  if (!/\bFROM\s+SubscriberPackageVersion\b/i.test(soql)) return undefined;
  const id = /\bId\s*=\s*'(04t\w{12}(?:\w{3})?)'/i.exec(soql)?.[1];
  if (id === undefined) {
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'MALFORMED_QUERY',
      message: 'Implementation restriction: You can only perform queries of the form Id = <ID>',
    });
  }
  const key = /\bInstallationKey\s*=\s*'((?:[^'\\]|\\.)*)'/i.exec(soql)?.[1];
  return showPackageVersion(toolingCaller(context), id, key?.replaceAll(/\\(.)/g, '$1'));
}
