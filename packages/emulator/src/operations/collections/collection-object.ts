import { SalesforceApiError } from '../../http/salesforce-api-error.ts';
import type { Org } from '../../org/org.ts';
import type { ObjectDefinition } from '../../schema/object-definition.ts';

/** The object that `attributes.type` names. The text of its absence is that of queries, not verified here. */
export function collectionObject(org: Org, type: string): ObjectDefinition {
  const object = org.schema.object(type);
  if (!object) {
    throw new SalesforceApiError({
      status: 400,
      errorCode: 'INVALID_TYPE',
      message: `sObject type '${type}' is not supported.`,
      fields: [],
    });
  }
  return object;
}
