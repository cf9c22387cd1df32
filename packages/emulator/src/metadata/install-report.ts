/** What an installation left in the org, by API name. */
export interface InstallReport {
  readonly objects: readonly string[];
  /** `Object.Field` of fields on objects that the source does not declare itself, and of those that it does. */
  readonly fields: readonly string[];
  /** `Object.DeveloperName`. */
  readonly recordTypes: readonly string[];
  /** `Object.Name`. */
  readonly businessProcesses: readonly string[];
  readonly permissionSets: readonly string[];
  /** Files of types that have no effect on data, e.g. layouts. */
  readonly accepted: readonly string[];
}
