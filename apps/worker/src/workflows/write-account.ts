import { writeAccount as contract, type WriteOutput, type WriteAccountInput } from '@uman/contracts';
import { runWrite } from './run-write.ts';

export async function writeAccount(input: WriteAccountInput): Promise<WriteOutput> {
  return await runWrite(contract, input);
}
