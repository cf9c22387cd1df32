/** What kind of metadata changed. */
export type MetadataKind = 'objects' | 'describe' | 'picklistValues' | 'layouts' | 'layout';

/** What is different in the org since it was last asked. */
export interface MetadataChange {
  readonly kind: MetadataKind;
  /** API name; undefined for the list of all objects. */
  readonly object: string | undefined;
  /** 18 characters; only of `picklistValues` and `layout`. */
  readonly recordTypeId: string | undefined;
  /**
   * Names of what was added, removed and changed: of a describe its fields, and its record types as `RecordType.Name`; of
   * `picklistValues` and `layout` fields; of `layouts` record type ids; of `objects` objects.
   */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedPart[];
}

export interface ChangedPart {
  readonly name: string;
  /** Members that differ, e.g. `length`, `picklistValues`. */
  readonly members: readonly string[];
}

/** The parts of a piece of metadata that a change is told by. */
export type MetadataParts = ReadonlyMap<string, object>;

/** Undefined where nothing that this package keeps has changed. */
export function compareParts(
  before: MetadataParts,
  after: MetadataParts,
): Pick<MetadataChange, 'added' | 'removed' | 'changed'> | undefined {
  const added = [...after.keys()].filter((name) => !before.has(name));
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const changed = [...after].flatMap(([name, part]): ChangedPart[] => {
    const old = before.get(name);
    const members = old === undefined ? [] : differingMembers(old, part);
    return members.length === 0 ? [] : [{ name, members }];
  });
  return added.length + removed.length + changed.length === 0 ? undefined : { added, removed, changed };
}

function differingMembers(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].filter((name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)));
}
