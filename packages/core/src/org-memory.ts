/** Field by lower-case name: whether an upsert by it is possible. */
export type UpsertableFields = ReadonlyMap<string, boolean>;

/**
 * What an org has said about itself, as one user sees it. Clients that are made anew for each piece of work share one, so
 * that nothing is asked twice. Holds no records and no secrets.
 */
export interface OrgMemory {
  /** By lower-case object name. */
  readonly upsertableFields: Map<string, UpsertableFields>;
}

/** An empty memory: one for each org and user, since what a user may see differs. */
export function createOrgMemory(): OrgMemory {
  return { upsertableFields: new Map() };
}
