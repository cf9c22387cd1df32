import { describeLayout } from '../../layouts/describe-layout.ts';
import { layoutOfUser } from '../../layouts/layout-of-user.ts';
import type { StoredLayout } from '../../layouts/layout-store.ts';
import { describeRecordTypes } from '../../schema/describe/record-type-infos.ts';
import { isPicklist } from '../../ui-api/picklist-values.ts';
import { recordTypeValues } from '../../ui-api/record-type-values.ts';
import { recordTypeOf } from '../../ui-api/record-type.ts';
import { accessOf, callerOf } from '../caller.ts';
import { defineOperation, type OperationContext } from '../operation.ts';
import { answerUnlessUnmodified } from './if-modified-since.ts';
import { apiVersionOf, objectOf } from './sobject-request.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';

export const describeLayouts = defineOperation({
  name: 'sObject Layouts: get layouts and descriptions for an object',
  method: 'GET',
  path: '/services/data/:version/sobjects/:object/describe/layouts',
  evidence: ['documented', 'client', 'unverified'],
  source:
    'REST API guide v68, sObject Layouts (its sample; `layouts` is null where there is more than one record type); SOAP ' +
    'API guide, DescribeLayoutResult, as jsforce has it; buttons, quick actions and related lists are left out; which ' +
    'picklists a record type’s mapping holds is not verified',
  composable: true,
  handle: (context) => answerUnlessUnmodified(context, () => layoutsOf(context, objectOf(context))),
});

function layoutsOf(context: OperationContext, object: ObjectDefinition): Record<string, unknown> {
  const { org } = context;
  const { userId } = callerOf(context);
  const types = describeRecordTypes({ org, access: accessOf(context) }, object, apiVersionOf(context.request));
  const mapped = types.map((type) => {
    const recordTypeId = String(type['recordTypeId']);
    return { type, recordTypeId, layout: layoutOfUser(org, userId, { object, recordTypeId }) };
  });
  const own = types.filter((type) => type['master'] === false && type['active'] === true);
  const layouts = new Map(mapped.map(({ layout }): [string, StoredLayout] => [layout.id, layout]));
  return {
    layouts: own.length > 1 ? null : [...layouts.values()].map((layout) => describeLayout(object, layout)),
    recordTypeMappings: mapped.map(({ type, recordTypeId, layout }) => ({
      active: type['active'],
      available: type['available'],
      defaultRecordTypeMapping: type['defaultRecordTypeMapping'],
      developerName: type['developerName'],
      layoutId: layout.id,
      master: type['master'],
      name: type['name'],
      picklistsForRecordType: type['master'] === true ? null : picklistsOf(context, object, recordTypeId),
      recordTypeId,
      urls: type['urls'],
    })),
    recordTypeSelectorRequired: [own.length > 1],
  };
}

function picklistsOf({ org }: OperationContext, object: ObjectDefinition, recordTypeId: string): object[] {
  const recordType = recordTypeOf(org, object, recordTypeId);
  return [...object.fields.values()].filter(isPicklist).map((field) => {
    const { values, defaultValue } = recordTypeValues(org, object.name, field, recordType);
    return {
      picklistName: field.name,
      picklistValues: values.map((value) => ({
        active: value.active,
        defaultValue: value.value === defaultValue?.value,
        label: value.label,
        validFor: null,
        value: value.value,
      })),
    };
  });
}
