/** What an org has said about one field. */
export interface KnownField {
  /** An upsert by it is possible: External Id or idLookup. */
  readonly upsertable: boolean;
  /** As in describe, e.g. `date`, `string`, `double`. */
  readonly type: string;
}

/**
 * What an org has said about itself, as one user sees it. Clients that are made anew for each piece of work share one, so
 * that nothing is asked twice. Holds no records and no secrets.
 */
export interface OrgMemory {
  /** Fields by their object's and their own lower-case name. */
  readonly fields: Map<string, ReadonlyMap<string, KnownField>>;
}

/** An empty memory: one for each org and user, since what a user may see differs. */
export function createOrgMemory(): OrgMemory {
  return { fields: new Map() };
}
