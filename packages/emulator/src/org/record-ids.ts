import { fromBase62, toBase62, toLongId } from './record-id.ts';

export interface RecordIdsOptions {
  /** Three characters after the key prefix that all ids of one org share, e.g. `5g0`. */
  readonly instance: string;
  /** Number of the first id of each kind. */
  readonly first: number;
  /** The greatest id with this prefix that the org has given out; asked once a prefix. */
  readonly greatest: (keyPrefix: string) => string | undefined;
  /** Told of each new id. */
  readonly allocated: (keyPrefix: string, id: string) => void;
}

export interface RecordIds {
  /** The next 18-character id. Ids of transactions that rolled back are not given out again, as in Salesforce. */
  allocate(keyPrefix: string): string;
}

export function createRecordIds({ instance, first, greatest, allocated }: RecordIdsOptions): RecordIds {
  const next = new Map<string, number>();

  return {
    allocate(keyPrefix) {
      let number = next.get(keyPrefix);
      if (number === undefined) {
        const last = greatest(keyPrefix);
        number = last === undefined ? first : fromBase62(last.slice(6, 15)) + 1;
      }
      next.set(keyPrefix, number + 1);
      const id = toLongId(`${keyPrefix}${instance}${toBase62(number, 9)}`);
      allocated(keyPrefix, id);
      return id;
    },
  };
}
