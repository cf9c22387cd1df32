import { WriteFailure, type PlatformClient } from '@uman/contracts/client';
import type { WriteOutput } from '@uman/contracts';
import type { ImportPlan, PlannedAccount, PlannedDeal, PlannedRow, RejectedRow } from './planned-row.ts';
import { clip } from './clip.ts';
import { inParallel } from './in-parallel.ts';

/** What became of the rows that were started. */
export interface ImportOutcome {
  readonly written: readonly WrittenRow[];
  readonly alreadyWritten: readonly WrittenRow[];
  /** Refused by the contract or the org; the reason is the failure's own words. */
  readonly rejected: readonly RejectedRow[];
  /** API calls that the writes report. */
  readonly apiCalls: number;
}

export interface WrittenRow {
  readonly row: PlannedRow;
  /** Of the account or opportunity. */
  readonly recordId: string;
}

export interface RunImportOptions {
  readonly plan: ImportPlan;
  readonly uman: PlatformClient;
  /** Workflows under way at one time. @default 32 */
  readonly parallel?: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Starts one workflow a row, accounts level by level so that each finds its parent, then the deals. */
export async function runImport({ plan, uman, parallel = 32, onProgress }: RunImportOptions): Promise<ImportOutcome> {
  const written: WrittenRow[] = [];
  const alreadyWritten: WrittenRow[] = [];
  const rejected: RejectedRow[] = [];
  const accountIds = new Map<string, string>();
  const total = plan.accounts.length + plan.deals.length;
  let apiCalls = 0;
  let done = 0;

  const write = async (row: PlannedRow, start: () => Promise<WriteOutput>): Promise<void> => {
    const { file, line, id } = row;
    const before = row.kind === 'account' ? row.parent : row.account;
    try {
      // Written without it, the row would stay without it: a key stands for one content.
      if (before !== undefined && !accountIds.has(before)) {
        rejected.push({
          file,
          line,
          id,
          reason: `its account "${clip(before)}" was not written; mend that row and run again`,
        });
        return;
      }
      const output = await start();
      apiCalls += output.apiCalls;
      (output.outcome === 'written' ? written : alreadyWritten).push({ row, recordId: output.record.id });
      if (row.kind === 'account') accountIds.set(row.id, output.record.id);
    } catch (error) {
      if (!(error instanceof WriteFailure)) throw error;
      apiCalls += error.detail.apiCalls ?? 0;
      rejected.push({ file, line, id, reason: `${error.code}: ${error.message}` });
    } finally {
      done += 1;
      onProgress(done, total);
    }
  };

  for (const level of levels(plan.accounts)) {
    await inParallel(
      level,
      parallel,
      async (row) => await write(row, async () => await uman.writeAccount(withParent(row, accountIds))),
    );
  }
  await inParallel(
    plan.deals,
    parallel,
    async (row) => await write(row, async () => await uman.writeDeal(withAccount(row, accountIds))),
  );
  return { written, alreadyWritten, rejected, apiCalls };
}

/** Accounts whose parents are all in earlier levels. */
function levels(accounts: readonly PlannedAccount[]): PlannedAccount[][] {
  const depths = new Map<string, number>();
  const result: PlannedAccount[][] = [];
  for (const account of accounts) {
    const depth = account.parent === undefined ? 0 : (depths.get(account.parent) ?? -1) + 1;
    depths.set(account.id, depth);
    (result[depth] ??= []).push(account);
  }
  return result;
}

function withParent(
  { input, parent }: PlannedAccount,
  accountIds: ReadonlyMap<string, string>,
): PlannedAccount['input'] {
  const id = parent === undefined ? undefined : accountIds.get(parent);
  return id === undefined ? input : { ...input, record: { fields: { ...input.record.fields, ParentId: id } } };
}

function withAccount({ input, account }: PlannedDeal, accountIds: ReadonlyMap<string, string>): PlannedDeal['input'] {
  const id = account === undefined ? undefined : accountIds.get(account);
  return id === undefined ? input : { ...input, record: { fields: { ...input.record.fields, AccountId: id } } };
}
