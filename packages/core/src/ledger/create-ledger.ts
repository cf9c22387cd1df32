import type { z } from 'zod';
import { toLedgerError } from '../errors/ledger-unavailable.ts';
import type { PackageSchema } from '../package-schema.ts';
import { buildQuery } from '../soql/build-query.ts';
import { queryPath } from '../soql/query-path.ts';
import { queryAnswerSchema } from '../transport/answer-schemas.ts';
import { type CallMeter, createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import type { RequestOptions } from '../transport/request-options.ts';
import { createdByWrite } from './created-by-write.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { storedRowFields, storedRowSchema, type StoredRow } from './stored-row.ts';
import { toLedgerEntry } from './to-ledger-entry.ts';

/** The package's record of every write that was applied. */
export interface Ledger {
  /**
   * The row of a write by `<connectionId>/<key>` (`WritePlan.ledgerKey`); undefined: it was not applied. One API call;
   * one more when the write upserted something, to tell what it created. LedgerUnavailableError without the package.
   */
  find(ledgerKey: string, options?: RequestOptions): Promise<LedgerEntry | undefined>;
}

/** The ledger as the rest of this package uses it. */
export interface LedgerReader extends Ledger {
  has(ledgerKey: string, options: RequestOptions & { readonly meter: CallMeter }): Promise<boolean>;
}

export function createLedger({ transport, schema }: { transport: OrgTransport; schema: PackageSchema }): LedgerReader {
  return {
    async find(ledgerKey, { signal } = {}) {
      const options = { signal, meter: createCallMeter() };
      const row = await readRow(ledgerKey, options);
      if (row === undefined) return undefined;
      const created = await createdByWrite(row, { transport, schema, ...options });
      return toLedgerEntry(row, { created, apiCalls: options.meter.calls });
    },
    has: async (ledgerKey, options) => (await readRow(ledgerKey, options)) !== undefined,
  };

  async function readRow(
    ledgerKey: string,
    options: RequestOptions & { readonly meter: CallMeter },
  ): Promise<StoredRow | undefined> {
    const soql = buildQuery({
      select: storedRowFields(schema),
      from: schema.object,
      where: [{ field: schema.fields.key, equals: ledgerKey }],
      limit: 10,
    });
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
      return records.find(({ key }) => key === ledgerKey);
    } catch (error) {
      throw toLedgerError(error, schema.object);
    }
  }
}
