/** A name, and what people call it. */
export interface Named {
  readonly name: string;
  readonly label: string;
}

/** An object as the connected user was last told of it. */
export interface KnownObjectNames extends Named {
  readonly fields: readonly Named[];
}

/** What an org has said of itself before, as the connected user sees it. It may be old; to ask costs nothing. */
export interface OrgKnowledge {
  /** Undefined as long as nobody has described the object. */
  object(name: string): KnownObjectNames | undefined;
  /** Every object that the user sees; undefined as long as nobody has asked. */
  objects(): readonly Named[] | undefined;
}

/** Nothing has been asked yet. */
export const NOTHING_KNOWN: OrgKnowledge = { object: () => undefined, objects: () => undefined };

/** The known one of this name; names are compared as Salesforce does, without regard to case. */
export function findNamed<One extends Named>(all: readonly One[] | undefined, name: string): One | undefined {
  const wanted = name.toLowerCase();
  return all?.find((one) => one.name.toLowerCase() === wanted);
}
