import { NotEmulatedError } from '../../http/not-emulated-error.ts';
import { layoutOfUser } from '../../layouts/layout-of-user.ts';
import type { LayoutMode } from '../../layouts/layout-rows.ts';
import { answerUiApi } from '../../ui-api/answer-ui-api.ts';
import { recordLayout } from '../../ui-api/record-layout.ts';
import { uiApiObject } from '../../ui-api/ui-api-objects.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { apiVersionOf, param } from '../sobjects/sobject-request.ts';
import { requestedRecordType } from './ui-api-request.ts';

const MODES: readonly string[] = ['Create', 'Edit', 'View'];

export const getLayout = defineOperation({
  name: 'UI API: get record layout metadata',
  method: 'GET',
  path: '/services/data/:version/ui-api/layout/:object',
  evidence: ['recorded', 'documented', 'unverified'],
  source:
    'the create layout in the record defaults recorded by lwc-recipes (v45); UI API guide v67, Record Layout; what an ' +
    'object without a deployed layout shows is verified for Account only, and how Contact’s name is taken apart is not',
  handle(context) {
    const { org, request, schema } = context;
    const object = uiApiObject(schema, param(request, 'object'));
    const mode = request.query.get('mode') ?? 'View';
    const layoutType = request.query.get('layoutType') ?? 'Full';
    if (layoutType !== 'Full') throw new NotEmulatedError(`the layout type ${layoutType}`);
    if (!MODES.includes(mode)) throw new NotEmulatedError(`the layout mode ${mode}`);
    const { userId } = callerOf(context);
    const { id: recordTypeId } = requestedRecordType(context, object);
    const layout = layoutOfUser(org, userId, { object, recordTypeId });
    const apiVersion = apiVersionOf(request);
    return answerUiApi(request, recordLayout({ object, layout, mode: mode as LayoutMode, recordTypeId, apiVersion }));
  },
});
