import { WorkflowFailedError, type Client } from '@temporalio/client';
import type { WorkflowContract } from '../define-workflow.ts';
import { writeAccount, type WriteAccountInput } from '../writes/write-account.ts';
import { writeContact, type WriteContactInput } from '../writes/write-contact.ts';
import { writeDeal, type WriteDealInput } from '../writes/write-deal.ts';
import { writeOutputSchema, type WriteOutput } from '../writes/write-output.ts';
import { startWrite } from './start-write.ts';
import { toWriteFailure } from './to-write-failure.ts';

/** A write on its way. */
export interface WriteHandle {
  readonly workflowId: string;
  /** This call met a write that its key already had, running or finished, and started none. */
  readonly met: 'started' | 'running' | 'finished';
  /** Waits for the end. Rejects with a `WriteFailure`. */
  result(): Promise<WriteOutput>;
}

/**
 * Writes to Salesforce, from a platform service. Each method starts a workflow, or meets the one that the key already
 * has, and resolves to its result; a write that fails rejects with a `WriteFailure`.
 */
export interface PlatformClient {
  writeAccount(input: WriteAccountInput): Promise<WriteOutput>;
  writeContact(input: WriteContactInput): Promise<WriteOutput>;
  writeDeal(input: WriteDealInput): Promise<WriteOutput>;
  /** Starts without waiting for the result. */
  readonly start: {
    writeAccount(input: WriteAccountInput): Promise<WriteHandle>;
    writeContact(input: WriteContactInput): Promise<WriteHandle>;
    writeDeal(input: WriteDealInput): Promise<WriteHandle>;
  };
  /** Closes the connection to Temporal, where this client opened it. */
  close(): Promise<void>;
}

export interface PlatformClientOptions {
  /** A Temporal client for the namespace that the workers serve. */
  readonly client: Client;
}

/** A platform client on a Temporal client that the caller has. See `connectPlatformClient` for one that connects itself. */
export function createPlatformClient({ client }: PlatformClientOptions): PlatformClient {
  const start = async (contract: WorkflowContract, input: unknown): Promise<WriteHandle> => {
    const { handle, workflowId, met } = await startWrite(client, contract, input);
    const result = async (): Promise<WriteOutput> => {
      try {
        const output = writeOutputSchema.parse(await handle.result());
        return met === 'finished' ? { ...output, outcome: 'alreadyWritten', apiCalls: 0 } : output;
      } catch (error) {
        if (error instanceof WorkflowFailedError) throw toWriteFailure(error, contract.type, workflowId);
        throw error;
      }
    };
    return { workflowId, met, result };
  };
  const run = async (contract: WorkflowContract, input: unknown): Promise<WriteOutput> =>
    await (await start(contract, input)).result();

  return {
    writeAccount: async (input) => await run(writeAccount, input),
    writeContact: async (input) => await run(writeContact, input),
    writeDeal: async (input) => await run(writeDeal, input),
    start: {
      writeAccount: async (input) => await start(writeAccount, input),
      writeContact: async (input) => await start(writeContact, input),
      writeDeal: async (input) => await start(writeDeal, input),
    },
    close: async () => {},
  };
}
