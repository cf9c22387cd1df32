import { copyFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { median, type Measurement } from '../measurement.ts';
import { runProgram } from '../run-program.ts';
import type { EmulatorServerReady } from './emulator-server-ready.ts';

/** An org's file, and how many Accounts it has. */
export interface FilledOrg {
  readonly file: string;
  readonly rows: number;
}

export interface QueryTimeOptions {
  readonly small: FilledOrg;
  readonly large: FilledOrg;
  /** How often each query is asked, of each side in turn. */
  readonly times: number;
}

interface BenchedQuery {
  readonly name: string;
  readonly soql: (org: FilledOrg) => string;
  /** The same, for SQLite. */
  readonly sql: string;
  readonly values: (org: FilledOrg) => readonly (string | number)[];
}

const QUERIES: readonly BenchedQuery[] = [
  {
    name: 'a page of 2,000 rows',
    soql: () => 'SELECT Id, Name, Industry, Phone FROM Account ORDER BY Id LIMIT 2000',
    sql: `SELECT "Id", "Name", "Industry", "Phone" FROM "Account" WHERE "IsDeleted" = 0 ORDER BY "Id" LIMIT 2000`,
    values: () => [],
  },
  {
    name: 'an indexed query (SystemModstamp)',
    soql: (org) =>
      `SELECT Id, Name, Industry, Phone FROM Account WHERE SystemModstamp > ${momentOf(org)} ORDER BY SystemModstamp LIMIT 200`,
    sql: `SELECT "Id", "Name", "Industry", "Phone" FROM "Account"
      WHERE "IsDeleted" = 0 AND "SystemModstamp" > ? ORDER BY "SystemModstamp" LIMIT 200`,
    values: (org) => [momentOf(org).replace('Z', '.000Z')],
  },
];

/**
 * Milliseconds of a query, the emulator beside node:sqlite on the same file with the same indexes; and of the emulator on
 * the large file beside the small one. Both sides are asked over one keep-alive connection, SQLite through a bare
 * node:http server that answers with its rows as JSON.
 */
export async function measureQueryTime({ small, large, times }: QueryTimeOptions): Promise<Measurement[]> {
  const onLarge = await timeQueries(large, times);
  const onSmall = await timeQueries(small, times);
  const rows = large.rows.toLocaleString('en');
  return QUERIES.flatMap(({ name }, index) => {
    const [inLarge, inSmall] = [onLarge[index], onSmall[index]];
    if (!inLarge || !inSmall) throw new Error(`${name} was not measured.`);
    return [
      {
        name: `${name} of ${rows}`,
        unit: 'ms',
        measured: inLarge.emulated,
        reference: inLarge.sqlite,
        against: 'the same SQL by node:sqlite',
        goal: { atMost: 4 },
      },
      {
        name: `${name} of ${rows}`,
        unit: 'ms',
        measured: inLarge.emulated,
        reference: inSmall.emulated,
        against: `the emulator with ${small.rows.toLocaleString('en')} rows`,
        goal: { atMost: 1.5 },
      },
    ];
  });
}

async function timeQueries(org: FilledOrg, times: number): Promise<{ emulated: number; sqlite: number }[]> {
  const copy = `${org.file}.copy`; // the emulator keeps its own file to itself
  await copyFile(org.file, copy);
  const sqlite = await runProgram<{ url: string }>(new URL('sqlite-server.ts', import.meta.url), { args: [copy] });
  const emulator = await runProgram<EmulatorServerReady>(new URL('emulator-server.ts', import.meta.url), {
    args: [org.file],
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { url, accessToken } = emulator.ready;
  try {
    const found = [];
    for (const query of QUERIES) {
      const path = `/services/data/v66.0/query?q=${encodeURIComponent(query.soql(org))}`;
      const body = JSON.stringify({ sql: query.sql, values: query.values(org) });
      const emulated: number[] = [];
      const alone: number[] = [];
      for (let time = -5; time < times; time += 1) {
        const a = await timeRequest(agent, { url: url + path, method: 'GET', accessToken });
        const b = await timeRequest(agent, { url: sqlite.ready.url, method: 'POST', body });
        if (time < 0) continue; // the first ones warm both sides up
        emulated.push(a);
        alone.push(b);
      }
      found.push({ emulated: median(emulated), sqlite: median(alone) });
    }
    return found;
  } finally {
    agent.destroy();
    await Promise.all([emulator.stop(), sqlite.stop()]);
    await rm(copy);
  }
}

interface TimedRequest {
  readonly url: string;
  readonly method: string;
  readonly accessToken?: string;
  readonly body?: string;
}

/** Milliseconds until the last byte of the answer. */
function timeRequest(agent: Agent, { url, method, accessToken, body }: TimedRequest): Promise<number> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { agent, method, headers: accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` } },
      (response) => {
        if (response.statusCode !== 200) reject(new Error(`${method} ${url}: ${response.statusCode}`));
        response.on('error', reject);
        response.on('data', () => undefined);
        response.on('end', () => resolve(performance.now() - startedAt));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** In the middle of the org's `SystemModstamp`s. */
function momentOf({ rows }: FilledOrg): string {
  return new Date((1_700_000_000 + Math.floor(rows / 2)) * 1000).toISOString().replace('.000Z', 'Z');
}
