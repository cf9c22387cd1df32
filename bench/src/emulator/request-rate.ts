import autocannon from 'autocannon';
import { median, type Measurement } from '../measurement.ts';
import { runProgram } from '../run-program.ts';
import type { EmulatorServerReady } from './emulator-server-ready.ts';

export interface RequestRateOptions {
  /** Seconds of one round. */
  readonly seconds: number;
  readonly rounds: number;
}

const WARM_UP_SECONDS = 5;

interface Load {
  readonly method: 'POST' | 'GET';
  readonly path: string;
  readonly body?: string;
}

/** Requests per second over ten keep-alive connections, the two servers in turn. */
export async function measureRequestRate({ seconds, rounds }: RequestRateOptions): Promise<Measurement[]> {
  const bare = await runProgram<{ url: string }>(new URL('bare-server.ts', import.meta.url));
  const emulated = await runProgram<EmulatorServerReady>(new URL('emulator-server.ts', import.meta.url));
  try {
    const { url, accessToken } = emulated.ready;
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ Name: 'Acme', Industry: 'Energy', BillingCity: 'Ghent', NumberOfEmployees: 12 });
    const created = await fetch(`${url}/services/data/v66.0/sobjects/Account`, { method: 'POST', headers, body });
    const { id } = (await created.json()) as { id: string };
    const soql = encodeURIComponent(`SELECT Id, Name, Industry FROM Account WHERE Id = '${id}'`);

    const loads: readonly (Load & { readonly name: string })[] = [
      { name: 'create an Account', method: 'POST', path: '/services/data/v66.0/sobjects/Account', body },
      { name: 'query an Account by id', method: 'GET', path: `/services/data/v66.0/query?q=${soql}` },
    ];
    const measurements: Measurement[] = [];
    for (const { name, ...load } of loads) {
      const rates: { bare: number[]; emulated: number[] } = { bare: [], emulated: [] };
      // Until both are compiled: the emulator's code is much more than the bare server's.
      await requestsPerSecond(bare.ready.url, headers, load, WARM_UP_SECONDS);
      await requestsPerSecond(url, headers, load, WARM_UP_SECONDS);
      for (let round = 0; round < rounds; round += 1) {
        rates.bare.push(await requestsPerSecond(bare.ready.url, headers, load, seconds));
        rates.emulated.push(await requestsPerSecond(url, headers, load, seconds));
      }
      measurements.push({
        name,
        unit: 'requests/s',
        measured: median(rates.emulated),
        reference: median(rates.bare),
        against: 'bare node:http server',
        goal: { atLeast: 0.4 },
      });
    }
    return measurements;
  } finally {
    await Promise.all([bare.stop(), emulated.stop()]);
  }
}

async function requestsPerSecond(
  url: string,
  headers: Record<string, string>,
  load: Load,
  seconds: number,
): Promise<number> {
  const result = await autocannon({
    url: url + load.path,
    method: load.method,
    headers,
    ...(load.body !== undefined && { body: load.body }),
    connections: 10,
    duration: seconds,
  });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${load.method} ${load.path}: ${result.errors} errors, ${result.non2xx} answers other than 2xx.`);
  }
  return result.requests.total / result.duration;
}
