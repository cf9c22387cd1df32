import { writeContact as contract, type WriteOutput, type WriteContactInput } from '@uman/contracts';
import { runWrite } from './run-write.ts';

export async function writeContact(input: WriteContactInput): Promise<WriteOutput> {
  return await runWrite(contract, input);
}
