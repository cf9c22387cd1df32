import type { ObjectDefinition, OrgSchema } from '../object-definition.ts';
import { describeChildRelationships } from './child-relationships.ts';
import { describeField } from './describe-field.ts';
import { describeSummary } from './describe-summary.ts';
import { describeUrls } from './object-urls.ts';
import { describeRecordTypes, type DescribedFor } from './record-type-infos.ts';
import { supportedScopes } from './supported-scopes.ts';

/** The org, and what of it the user who asks can see. */
export interface DescribedOrg extends DescribedFor {
  readonly schema: OrgSchema;
}

/**
 * The full describe of an object: these members, in alphabetical order as Salesforce prints them.
 * Source: describes recorded by CumulusCI. In which version `sobjectDescribeOption` came is not known: v48 has none.
 */
export function describeObject(
  { org, schema, access }: DescribedOrg,
  object: ObjectDefinition,
  apiVersion: string,
): Record<string, unknown> {
  const { urls: _, ...summary } = describeSummary(object, apiVersion);
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
    recordTypeInfos: describeRecordTypes({ org, access }, object, apiVersion),
    searchLayoutable: true,
    ...(Number(apiVersion) >= 50 && { sobjectDescribeOption: 'FULL' }),
    supportedScopes: supportedScopes(object, apiVersion),
    ...object.described,
    urls: describeUrls(object, apiVersion, org.url()),
  };
  return Object.fromEntries(Object.entries(described).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
