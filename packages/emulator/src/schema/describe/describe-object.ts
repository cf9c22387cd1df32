import type { Org } from '../../org/org.ts';
import type { ObjectDefinition, OrgSchema } from '../object-definition.ts';
import { describeChildRelationships } from './child-relationships.ts';
import { describeField } from './describe-field.ts';
import { describeSummary } from './describe-summary.ts';
import { describeRecordTypes } from './record-type-infos.ts';

/** The org, and what of it the user who asks can see. */
export interface DescribedOrg {
  readonly org: Org;
  readonly schema: OrgSchema;
}

/**
 * The full describe of an object: these members, in alphabetical order as Salesforce prints them.
 * Source: describe of Opportunity recorded by CumulusCI.
 */
export function describeObject(
  { org, schema }: DescribedOrg,
  object: ObjectDefinition,
  apiVersion: string,
): Record<string, unknown> {
  const { urls, ...summary } = describeSummary(object, apiVersion);
  const described = {
    ...summary,
    actionOverrides: [],
    childRelationships: describeChildRelationships(object, schema),
    compactLayoutable: true,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: [...object.fields.values()].map((field) => describeField(field, object)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: describeRecordTypes(org, object, apiVersion),
    searchLayoutable: true,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${object.labelPlural.toLowerCase()}`, name: 'everything' },
      ...(object.fields.has('OwnerId') ? [{ label: `My ${object.labelPlural.toLowerCase()}`, name: 'mine' }] : []),
    ],
    ...object.described,
    urls: describeUrls(org, object, urls as Record<string, string>),
  };
  return Object.fromEntries(Object.entries(described).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Pages of the user interface stand beside the resources of the API. */
function describeUrls(org: Org, object: ObjectDefinition, urls: Record<string, string>): Record<string, string> {
  const { compactLayouts = '', rowTemplate = '', approvalLayouts = '', sobject = '', ...rest } = urls;
  return {
    compactLayouts,
    rowTemplate,
    approvalLayouts,
    uiDetailTemplate: `${org.url()}/{ID}`,
    uiEditTemplate: `${org.url()}/{ID}/e`,
    defaultValues: `${sobject}/defaultValues?recordTypeId&fields`,
    ...rest,
    uiNewRecord: `${org.url()}/${object.keyPrefix ?? ''}/e`,
    sobject,
  };
}
