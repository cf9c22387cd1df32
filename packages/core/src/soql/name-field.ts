/** Standard objects whose records are called by another field than `Name`. Source: Object Reference. */
const NAME_FIELDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Case: 'CaseNumber',
    ContentDocument: 'Title',
    ContentNote: 'Title',
    ContentVersion: 'Title',
    Contract: 'ContractNumber',
    Event: 'Subject',
    Note: 'Title',
    Order: 'OrderNumber',
    Solution: 'SolutionName',
    Task: 'Subject',
  }).map(([object, field]) => [object.toLowerCase(), field]),
);

/** The field that names a record to a person. */
export function nameField(object: string): string {
  return NAME_FIELDS.get(object.toLowerCase()) ?? 'Name';
}
