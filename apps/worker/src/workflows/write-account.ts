import { writeAccount as contract, type WriteOutput, type WriteAccountInput } from '@uman/contracts';
import { runWrite } from './run-write.ts';
import type { WriteProgress } from './write-progress.ts';

/** @param progress What an earlier run of the same write has come to. Callers give the input only. */
export async function writeAccount(input: WriteAccountInput, progress?: WriteProgress): Promise<WriteOutput> {
  return await runWrite(contract, input, progress);
}
