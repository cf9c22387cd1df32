import { BoundedMap } from './bounded-map.ts';
import { checkKept, type Kept, keptText, type Validator } from './kept-metadata.ts';
import { compareParts, type MetadataChange } from './metadata-change.ts';
import type { MetadataResource } from './metadata-resource.ts';
import type { MetadataStore } from './metadata-store.ts';

export interface MetadataCacheOptions {
  /** Younger metadata is believed without asking; older is asked for again, on condition that it changed. @default 900 */
  readonly maxAgeSeconds?: number;
  /** What was used longest ago is forgotten first. @default 500 */
  readonly maxEntries?: number;
  /** Of all entries together, as JSON. @default 32 MiB */
  readonly maxBytes?: number;
  /** Keeps metadata outside the process as well. @default none */
  readonly store?: MetadataStore;
  /** Names the org and user among those that share the store, e.g. the connection's id; needed with `store`. */
  readonly scope?: string;
  /** Called when an answer differs from what was known before, before whoever asked has it. Must not throw. */
  readonly onChange?: (change: MetadataChange) => void;
  /** Called when the store rejects; the org is asked instead. */
  readonly onStoreError?: (error: unknown) => void;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** The answer for one resource: what it is now, that it has not changed, or why it cannot be known. */
export type Fetched =
  | { readonly value: unknown; readonly validator: Validator }
  | { readonly unmodified: true }
  | { readonly error: unknown };

export interface Wanted {
  readonly resource: MetadataResource<unknown>;
  /** Empty where nothing is known yet. */
  readonly validator: Validator;
}

/** Asks the org for all of them in as few requests as it takes; answers in their order. */
export type FetchMetadata = (wanted: readonly Wanted[]) => Promise<readonly Fetched[]>;

/**
 * What an org has said about itself, as one user sees it. Clients that are made anew for each piece of work share one, so
 * that nothing is asked twice. Holds no records and no secrets. Made by `createMetadataCache`, used through `org.metadata`.
 */
export interface MetadataCache {
  /** What is kept in this process and young enough. */
  fresh<Value>(resource: MetadataResource<Value>, version: string): Value | undefined;
  /** What is kept in this process, of whatever age. */
  peek<Value>(resource: MetadataResource<Value>, version: string): Value | undefined;
  /** The fetch that is under way for it. */
  underWay(resource: MetadataResource<unknown>, version: string): Promise<unknown> | undefined;
  /** Begins to fetch, for everybody who asks meanwhile. A fetch that fails is not kept. One promise for each resource. */
  fetch(
    resources: readonly MetadataResource<unknown>[],
    options: { readonly version: string; readonly fetch: FetchMetadata; readonly revalidate: boolean },
  ): Promise<unknown>[];
}

const MEBIBYTE = 1024 * 1024;

/** An empty cache: one for each org and user, since what a user may see differs. */
export function createMetadataCache(options: MetadataCacheOptions = {}): MetadataCache {
  const { maxAgeSeconds = 900, maxEntries = 500, maxBytes = 32 * MEBIBYTE, store, scope, now = Date.now } = options;
  if (store !== undefined && (scope === undefined || scope === '')) {
    throw new TypeError('A store needs a scope: without one, users would be shown what others may see.');
  }
  const entries = new BoundedMap<Kept<unknown>>({ maxEntries, maxBytes });
  const fetches = new Map<string, Promise<unknown>>();

  const keyOf = ({ key }: MetadataResource<unknown>, version: string): string => `${version}/${key}`;
  const isFresh = ({ checkedAt }: Kept<unknown>): boolean => now() - checkedAt < maxAgeSeconds * 1000;

  // An entry was checked against its own resource's schema, under its key.
  const entryOf = <Value>(resource: MetadataResource<Value>, version: string): Kept<Value> | undefined =>
    entries.get(keyOf(resource, version)) as Kept<Value> | undefined;

  async function fromStore(resource: MetadataResource<unknown>, version: string): Promise<Kept<unknown> | undefined> {
    if (store === undefined) return undefined;
    try {
      return checkKept(resource, await store.get(`${scope}/${keyOf(resource, version)}`));
    } catch (error) {
      options.onStoreError?.(error);
      return undefined;
    }
  }

  async function keep(resource: MetadataResource<unknown>, version: string, kept: Kept<unknown>): Promise<void> {
    const text = keptText(kept);
    entries.set(keyOf(resource, version), kept, Buffer.byteLength(text));
    try {
      await store?.set(`${scope}/${keyOf(resource, version)}`, text);
    } catch (error) {
      options.onStoreError?.(error);
    }
  }

  async function resolve(
    { resource, version }: { resource: MetadataResource<unknown>; version: string },
    before: Kept<unknown> | undefined,
    fetched: Fetched,
  ): Promise<unknown> {
    if ('error' in fetched) throw fetched.error;
    if ('unmodified' in fetched) {
      if (before === undefined) throw new TypeError(`${resource.key} was not known, so it cannot be unmodified.`);
      await keep(resource, version, { ...before, checkedAt: now() });
      return before.value;
    }
    const { value, validator } = fetched;
    await keep(resource, version, { value, validator: settled(validator, now()), checkedAt: now() });
    const { kind, object, recordTypeId } = resource;
    const difference =
      before === undefined ? undefined : compareParts(resource.parts(before.value), resource.parts(value));
    if (difference !== undefined) options.onChange?.({ kind, object, recordTypeId, ...difference });
    return value;
  }

  return {
    fresh: (resource, version) => {
      const kept = entryOf(resource, version);
      return kept !== undefined && isFresh(kept) ? kept.value : undefined;
    },
    peek: (resource, version) => entryOf(resource, version)?.value,
    underWay: (resource, version) => fetches.get(keyOf(resource, version)),
    fetch: (resources, { version, fetch, revalidate }) => {
      const known = resources.map(async (resource) => entryOf(resource, version) ?? fromStore(resource, version));
      const answers = fetchUnknown(known);
      return resources.map((resource, index) => {
        const key = keyOf(resource, version);
        const one = answerOf(resource, index).finally(() => fetches.delete(key));
        fetches.set(key, one);
        return one;
      });

      async function fetchUnknown(known: readonly Promise<Kept<unknown> | undefined>[]): Promise<Map<number, Fetched>> {
        const wanted = new Map<number, Wanted>();
        for (const [index, kept] of (await Promise.all(known)).entries()) {
          const resource = resources[index];
          if (resource === undefined || (kept !== undefined && !revalidate && isFresh(kept))) continue;
          wanted.set(index, { resource, validator: kept?.validator ?? {} });
        }
        if (wanted.size === 0) return new Map();
        const fetched = await fetch([...wanted.values()]);
        return new Map([...wanted.keys()].map((index, nth) => [index, fetched[nth] ?? { error: undefined }]));
      }

      async function answerOf(resource: MetadataResource<unknown>, index: number): Promise<unknown> {
        const before = await known[index];
        const fetched = (await answers).get(index);
        if (fetched !== undefined) return resolve({ resource, version }, before, fetched);
        if (before !== undefined) entries.set(keyOf(resource, version), before, Buffer.byteLength(keptText(before)));
        return before?.value;
      }
    },
  };
}

/**
 * Conditions are compared by the second: what was changed within the last two may change again unseen, so that no condition
 * can be trusted yet.
 */
function settled(validator: Validator, now: number): Validator {
  const { lastModified } = validator;
  return lastModified !== undefined && now - Date.parse(lastModified) < 2000 ? {} : validator;
}
