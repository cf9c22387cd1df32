import { answerUiApi } from '../../ui-api/answer-ui-api.ts';
import { nameFields } from '../../ui-api/name-fields.ts';
import { since } from '../../ui-api/since-version.ts';
import { isSupported } from '../../ui-api/ui-api-objects.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf } from '../sobjects/sobject-request.ts';

export const getObjectDirectory = defineOperation({
  name: 'UI API: get a directory of supported objects',
  method: 'GET',
  path: '/services/data/:version/ui-api/object-info',
  evidence: ['documented'],
  source: 'UI API guide v67, Get a Directory of Supported Objects and Object Info Directory Entry',
  handle(context) {
    const { request } = context;
    const apiVersion = apiVersionOf(request);
    const objects = context.schema.objects().filter(isSupported);
    const entries = objects.map((object) => [
      object.name,
      {
        apiName: object.name,
        ...since(47, apiVersion, { keyPrefix: object.keyPrefix }),
        label: object.label,
        labelPlural: object.labelPlural,
        ...since(47, apiVersion, { nameFields: nameFields(object) }),
        objectInfoUrl: `/services/data/v${apiVersion}/ui-api/object-info/${object.name}`,
      },
    ]);
    return answerUiApi(request, { objects: Object.fromEntries(entries) as Record<string, unknown> });
  },
});
