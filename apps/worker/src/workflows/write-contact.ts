import { writeContact as contract, type WriteOutput, type WriteContactInput } from '@uman/contracts';
import { runWrite } from './run-write.ts';
import type { WriteProgress } from './write-progress.ts';

/** @param progress What an earlier run of the same write has come to. Callers give the input only. */
export async function writeContact(input: WriteContactInput, progress?: WriteProgress): Promise<WriteOutput> {
  return await runWrite(contract, input, progress);
}
