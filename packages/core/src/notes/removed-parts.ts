/** Something that an enhanced note cannot hold and that was therefore left out or shown in another way. */
export interface RemovedPart {
  /**
   * - `tag`: an element, a comment (`!--`) or a declaration. Its text stays, unless `textLost`.
   * - `attribute`: `tag` says of which element.
   * - `link`: an address that is not http, https or mailto; the linked text stays.
   * - `character`: one that cannot be seen or encoded.
   * - `markup`: a tag without an end (`unfinishedTag`, kept as text), or levels that are too deep (`nesting`, kept as text or
   *   on a level above).
   */
  readonly kind: 'tag' | 'attribute' | 'link' | 'character' | 'markup';
  /** e.g. `table`, `onclick`, `javascript:`, `U+0007`. */
  readonly name: string;
  /** The element, of an attribute or a link. */
  readonly tag?: string | undefined;
  /** What it held is gone with it, as of a script. */
  readonly textLost: boolean;
  /** How often. */
  readonly count: number;
  /** Before or in which blocks (paragraphs and lists, from 0) of the note that came out of it; the first ten. */
  readonly blocks: readonly number[];
}

const PLACES = 10;

export interface RemovedParts {
  add(part: Pick<RemovedPart, 'kind' | 'name' | 'tag'> & { textLost?: boolean }, block: number): void;
  list(): readonly RemovedPart[];
}

/** Counts equal parts once. */
export function createRemovedParts(): RemovedParts {
  const parts = new Map<string, RemovedPart>();
  return {
    add({ kind, name, tag, textLost = false }, block) {
      const key = JSON.stringify([kind, name, tag, textLost]);
      const known = parts.get(key);
      const blocks = known?.blocks ?? [];
      const isNew = blocks.length < PLACES && blocks.at(-1) !== block;
      parts.set(key, {
        kind,
        name,
        ...(tag !== undefined && { tag }),
        textLost,
        count: (known?.count ?? 0) + 1,
        blocks: isNew ? [...blocks, block] : blocks,
      });
    },
    list: () => [...parts.values()],
  };
}
