/** Metadata in source format, as the sf CLI deploys it. */
export interface MetadataSource {
  /** A package directory, e.g. `force-app/main`; folders within may group by feature, to any depth. */
  readonly directory: string;
  /** Install as a managed package: what it declares becomes `ns__…`, as in a subscriber's org. */
  readonly namespace?: string;
}
