import type { Match } from '../field-value.ts';
import { parseRecordId } from '../record-id.ts';
import { isApiName } from '../soql/api-name.ts';
import { planProblem } from './plan-problem.ts';
import { plainText } from './references.ts';

export function checkObjectName(object: string, path: string): void {
  if (isApiName(object)) return;
  throw planProblem('invalidName', {
    path,
    what: `"${object}" is not the API name of an object`,
    remedy: 'Use the API name, e.g. Region__c.',
  });
}

/** Names of fields that may be written. */
export function checkFieldName(field: string, path: string): void {
  if (field.toLowerCase() === 'id' || field.toLowerCase() === 'attributes' || !isApiName(field)) {
    throw planProblem('invalidName', {
      path,
      what: `"${field}" is not the API name of a field that can be written`,
      remedy:
        field.toLowerCase() === 'id' ? 'Name an existing record by its id instead.' : 'Use the API name, e.g. Code__c.',
      field,
    });
  }
}

export function checkMatch(match: Match, path: string): void {
  const entries = Object.entries(match);
  const remedy = 'Match by at least one field, with text, a number, true or false.';
  if (entries.length === 0) throw planProblem('invalidMatch', { path, what: 'the match names no field', remedy });
  for (const [field, value] of entries) {
    checkFieldName(field, `${path}.${field}`);
    if (
      typeof value === 'string'
        ? value === ''
        : typeof value === 'number'
          ? !Number.isFinite(value)
          : typeof value !== 'boolean'
    ) {
      throw planProblem('invalidMatch', {
        path: `${path}.${field}`,
        what: 'the value cannot be matched',
        remedy,
        field,
      });
    }
    if (typeof value === 'string') plainText(value, `${path}.${field}`);
  }
}

/** The 18-character form, or a refusal that says where. */
export function checkRecordId(id: string, path: string): string {
  const parsed = parseRecordId(id);
  if (parsed !== undefined) return parsed;
  throw planProblem('invalidId', {
    path,
    what: 'it is not a record id',
    remedy: 'Use the 15 or 18 characters that Salesforce gives, in their case.',
  });
}
