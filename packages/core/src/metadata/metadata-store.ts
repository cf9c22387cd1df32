/**
 * Where metadata lives outside the process, e.g. Redis or a table, so that a new process need not ask the org again. What is
 * stored is JSON text of a few kilobytes to a megabyte, without records and without secrets; it may be lost at any time, and
 * what does not parse is read anew. Keys are `<scope>/<API version>/<kind>/<object>…`, of printable characters.
 */
export interface MetadataStore {
  /** Undefined or null for a key that is not there. A rejection costs a request to the org, nothing more. */
  get(key: string): Promise<string | null | undefined>;
  set(key: string, value: string): Promise<void>;
}
