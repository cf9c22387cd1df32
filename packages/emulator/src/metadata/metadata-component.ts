/** One component of a deployment: a field, an object without its fields, a permission set. */
export interface MetadataComponent {
  /** As the Metadata API calls it, e.g. `CustomField`. */
  readonly type: string;
  /** As the source calls it, without a namespace: `Account.Key__c`. */
  readonly fullName: string;
  /** Its last part, e.g. `Key__c`. */
  readonly name: string;
  /** The object that it is a part of, e.g. `Account`; of an object its own name; otherwise empty. */
  readonly object: string;
  /** Where it came from, for messages: a path in the source's directory or in the archive. */
  readonly file: string;
  /** Its XML; the root element is named as the type. */
  readonly xml: string;
}
