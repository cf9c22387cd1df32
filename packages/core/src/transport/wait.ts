import { setTimeout } from 'node:timers/promises';

/** Lets time pass; rejects with the signal's reason when that ends it. */
export type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

export const waitByTimer: Wait = async (milliseconds, signal) => {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
};
