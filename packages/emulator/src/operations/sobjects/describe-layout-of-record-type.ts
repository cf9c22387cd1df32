import { describeLayout } from '../../layouts/describe-layout.ts';
import { layoutOfUser } from '../../layouts/layout-of-user.ts';
import { recordTypeOf } from '../../ui-api/record-type.ts';
import { callerOf } from '../caller.ts';
import { defineOperation } from '../operation.ts';
import { answerUnlessUnmodified } from './if-modified-since.ts';
import { objectOf, param } from './sobject-request.ts';

export const describeLayoutOfRecordType = defineOperation({
  name: 'sObject Layouts: get the layout of a record type',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/describe/layouts/:recordTypeId',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide v68, Get Layouts and Descriptions for an Object With Multiple Record Types; the parts of a layout as ' +
    'in the list of layouts; the answer for an id that is none of the object’s is not known',
  composable: true,
  handle(context) {
    const object = objectOf(context);
    const { id: recordTypeId } = recordTypeOf(context.org, object, param(context.request, 'recordTypeId'));
    const { userId } = callerOf(context);
    return answerUnlessUnmodified(context, () =>
      describeLayout(object, layoutOfUser(context.org, userId, { object, recordTypeId })),
    );
  },
});
