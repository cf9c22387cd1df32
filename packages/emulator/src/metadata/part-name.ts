/** `Key__c` of `Account` in `Account.Key__c`. */
export function splitPartName(fullName: string): { readonly object: string; readonly name: string } {
  const dot = fullName.indexOf('.');
  return { object: fullName.slice(0, dot), name: fullName.slice(dot + 1) };
}
