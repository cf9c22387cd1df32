/**
 * The API name of an object or field: a letter, then letters, digits and single underscores; `ns__Name__c` for what a
 * package brings. Nothing else ever becomes part of a URL or a query.
 */
const API_NAME = /^[A-Za-z](?:_?[A-Za-z0-9])*(?:__[A-Za-z0-9](?:_?[A-Za-z0-9])*){0,2}$/;

export function isApiName(value: string): boolean {
  return value.length <= 80 && API_NAME.test(value);
}

/** The developer name of a record type: as an API name, without a suffix. */
export function isDeveloperName(value: string): boolean {
  return value.length <= 80 && /^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(value);
}
