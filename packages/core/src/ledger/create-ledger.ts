import type { z } from 'zod';
import { toLedgerError } from '../errors/ledger-unavailable.ts';
import type { PackageSchema } from '../package-schema.ts';
import type { WrittenSoFar } from '../send/write-result.ts';
import { queryPath } from '../soql/query-path.ts';
import { queryAnswerSchema } from '../transport/answer-schemas.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { createdByWrite } from './created-by-write.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { partKey } from './ledger-key.ts';
import { ledgerRowsQuery } from './ledger-rows.ts';
import { storedRowSchema, type StoredRow } from './stored-row.ts';
import { type JudgedRow, toLedgerEntry, writtenIn } from './to-ledger-entry.ts';

/** The package's record of every write that was applied. */
export interface Ledger {
  /**
   * The row of a write by `<connectionId>/<key>` (`WritePlan.ledgerKey`); undefined: it was not applied, or not all of its
   * parts. One API call; one more when the write upserted something, to tell what it created, and one more when it was made
   * in several parts. LedgerUnavailableError without the package.
   */
  find(ledgerKey: string, options?: RequestOptions): Promise<LedgerEntry | undefined>;
}

type Metered = RequestOptions & { readonly meter: CallMeter };

/** What the ledger knows of a write that is made in several parts. */
export interface LedgerProgress {
  /** All of it is written. */
  readonly complete: boolean;
  /** The key stands for a write with another content, of which a part is written. */
  readonly otherContent: boolean;
  readonly written: WrittenSoFar;
}

/** The ledger as the rest of this package uses it. */
export interface LedgerReader extends Ledger {
  has(ledgerKey: string, options: Metered): Promise<boolean>;
  /** One API call; one more for each part that upserted something. */
  progress(
    write: { readonly ledgerKey: string; readonly contentHash: string; readonly parts: number },
    options: Metered,
  ): Promise<LedgerProgress>;
}

export function createLedger({ transport, schema }: { transport: OrgTransport; schema: PackageSchema }): LedgerReader {
  return {
    async find(ledgerKey, { signal } = {}) {
      const options = { signal, meter: createCallMeter() };
      const [row] = await readRows([ledgerKey], options);
      if (row === undefined) return undefined;
      const { manifest } = row;
      const earlier = manifest.v === 1 ? [] : await readRows(earlierKeys(ledgerKey, manifest.of), options);
      const rows = await judge([...earlier, row], options);
      return toLedgerEntry(rows, row, options.meter.calls);
    },

    has: async (ledgerKey, options) => (await readRows([ledgerKey], options)).length > 0,

    async progress({ ledgerKey, contentHash, parts }, options) {
      const keys = earlierKeys(ledgerKey, parts);
      const found = await readRows([...keys, ledgerKey], options);
      const byKey = new Map(found.map((row) => [row.key, row]));
      const rows: StoredRow[] = [];
      for (const key of keys) {
        const row = byKey.get(key);
        if (row === undefined) break;
        rows.push(row);
      }
      const otherContent = rows.some((row) => row.contentHash !== contentHash);
      const complete = byKey.has(ledgerKey);
      const judged = complete || otherContent ? [] : await judge(rows, options);
      return { complete, otherContent, written: writtenIn(judged) };
    },
  };

  async function judge(rows: readonly StoredRow[], options: Metered): Promise<JudgedRow[]> {
    const judged: JudgedRow[] = [];
    for (const row of rows) {
      judged.push({ row, created: await createdByWrite(row, { transport, schema, ...options }) });
    }
    return judged;
  }

  /** The rows with these keys that there are, in the order of the keys. */
  async function readRows(keys: readonly string[], options: Metered): Promise<StoredRow[]> {
    const soql = ledgerRowsQuery(schema, keys);
    const answer: z.ZodType<{ records: StoredRow[] }> = queryAnswerSchema(storedRowSchema(schema));
    try {
      const { records } = await transport.send({
        ...options,
        method: 'GET',
        path: queryPath(soql),
        answer,
        attempt: { verb: 'query', object: schema.object, path: 'key' },
      });
      // The field is case-sensitive in an org that has the package's own definition of it; another one must not decide.
      return keys.flatMap((wanted) => records.find((row) => row.key === wanted) ?? []);
    } catch (error) {
      throw toLedgerError(error, schema.object);
    }
  }
}

function earlierKeys(ledgerKey: string, parts: number): string[] {
  return Array.from({ length: parts - 1 }, (_, index) => partKey(ledgerKey, index + 1));
}
