import { createOrgClient } from '@uman/core';
import type { EmulatorServerReady } from '../emulator/emulator-server-ready.ts';
import { median, type Measurement } from '../measurement.ts';
import { runProgram } from '../run-program.ts';
import { fillCompany } from './fill-company.ts';

const WARM_UP = 30;

/**
 * A company's profile against the very request that it sends, made by plain fetch and read as JSON: what typing, checking
 * and merging cost. The two take turns, so that both meet the same machine.
 */
export async function measureProfileTime({ times }: { times: number }): Promise<Measurement[]> {
  const emulator = await runProgram<EmulatorServerReady>(new URL('../emulator/emulator-server.ts', import.meta.url));
  try {
    const { url, accessToken } = emulator.ready;
    const org = createOrgClient({ instanceUrl: url, accessToken: async () => accessToken });
    const id = await fillCompany(url, org);
    const profile = async () => org.accounts.profile(id);
    const raw = plainFetch(accessToken, await requestOf(profile));

    const calls = org.apiCalls;
    const { contacts, deals, interactions, notes, apiCalls } = await profile();
    const shown = [contacts, deals, interactions, notes].map(({ items }) => items.length).join(', ');
    if (shown !== '20, 20, 50, 10') throw new Error(`The profile shows ${shown}, not 20, 20, 50, 10.`);

    const milliseconds: { profile: number[]; raw: number[] } = { profile: [], raw: [] };
    for (let round = 0; round < WARM_UP + times; round += 1) {
      const [profileTook, rawTook] = [await timeOf(profile), await timeOf(raw)];
      if (round < WARM_UP) continue;
      milliseconds.profile.push(profileTook);
      milliseconds.raw.push(rawTook);
    }
    return [
      {
        name: 'company profile',
        unit: 'API calls',
        measured: apiCalls,
        reference: (org.apiCalls - calls) / (1 + WARM_UP + times),
        against: 'calls the org counted for each',
        goal: { atMost: 1 },
      },
      {
        name: 'company profile, p50',
        unit: 'ms',
        measured: median(milliseconds.profile),
        reference: median(milliseconds.raw),
        against: 'the same composite by plain fetch',
        goal: { atMost: 1.3 },
      },
    ];
  } finally {
    await emulator.stop();
  }
}

interface SentRequest {
  readonly url: string;
  readonly body: string;
}

/** What a call sends: Node's own fetch is looked at while it runs. */
async function requestOf(call: () => Promise<unknown>): Promise<SentRequest> {
  const original = globalThis.fetch;
  const sent: SentRequest[] = [];
  globalThis.fetch = async (url, init) => {
    if ((typeof url === 'string' || url instanceof URL) && typeof init?.body === 'string') {
      sent.push({ url: String(url), body: init.body });
    }
    return original(url, init);
  };
  try {
    await call();
  } finally {
    globalThis.fetch = original;
  }
  const [request] = sent;
  if (request === undefined || sent.length > 1) throw new Error(`The profile sent ${sent.length} requests, not one.`);
  return request;
}

function plainFetch(accessToken: string, { url, body }: SentRequest): () => Promise<unknown> {
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  return async () => (await fetch(url, { method: 'POST', headers, body })).json();
}

async function timeOf(call: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
}
