import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a claim holds; the test fails where it does not in time. */
export async function waitUntil(
  claim: string,
  holds: () => boolean | Promise<boolean>,
  patienceMs = 60_000,
): Promise<void> {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error(`Not within ${patienceMs} ms: ${claim}`);
}
