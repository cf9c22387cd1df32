import { writeDeal as contract, type WriteOutput, type WriteDealInput } from '@uman/contracts';
import { runWrite } from './run-write.ts';

export async function writeDeal(input: WriteDealInput): Promise<WriteOutput> {
  return await runWrite(contract, input);
}
