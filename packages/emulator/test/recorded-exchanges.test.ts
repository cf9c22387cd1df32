import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from './emulator-rig.ts';

/** Exchanges with a scratch org, recorded by sf-fx-runtime-nodejs (BSD-3-Clause); not part of this repository. */
const RECORDED = new URL('../../../../shared/recorded/exchanges.jsonl', import.meta.url);
const movies = { directory: fileURLToPath(new URL('fixtures/movies', import.meta.url)) };

interface Exchange {
  readonly source: string;
  readonly method: string;
  readonly url: string;
  readonly request: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly response: unknown;
}

const exchanges = existsSync(RECORDED)
  ? readFileSync(RECORDED, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Exchange)
  : [];
const named = exchanges.map((exchange) => [exchange.source.split('/').at(-1) ?? '', exchange] as const);

/** Exchanges that are answered otherwise, by the end of their name, and why. */
const MISSES: Readonly<Record<string, string>> = {};

describe.skipIf(exchanges.length === 0)('recorded exchanges (skipped without the recorded data)', () => {
  const alike: string[] = [];
  afterAll(() => {
    process.stdout.write(`Recorded exchanges answered alike: ${alike.length} of ${exchanges.length}.\n`);
    for (const [name, reason] of Object.entries(MISSES)) process.stdout.write(`  not ${name}: ${reason}\n`);
  });

  it.each(named.filter(([name]) => !(name in MISSES)))('%s is answered alike', async (name, exchange) => {
    await using rig = await createEmulatorRig({ install: [movies] });
    const { url, request } = await prepare(rig, exchange);

    const { status, headers, body } = await rig.call(exchange.method, url, request ?? undefined);

    expect(status).toBe(exchange.status);
    expect(withoutIds(body ?? null)).toBe(withoutIds(exchange.response));
    expect(shownHeaders(headers)).toEqual(shownHeaders(new Headers(exchange.responseHeaders)));
    alike.push(name);
  });

  it('miss only what is there', () => {
    expect(Object.keys(MISSES).filter((name) => !named.some(([known]) => known === name))).toEqual([]);
  });
});

/** Makes the records that the org had; gives URL and request with the ids that the records have here. */
async function prepare(
  rig: EmulatorRig,
  { url, request, response }: Exchange,
): Promise<Pick<Exchange, 'url' | 'request'>> {
  let text = JSON.stringify({ url, request });
  for (const [, object = '', id = ''] of text.matchAll(/\/sobjects\/(\w+)\/(\w{18})(?=")/g)) {
    text = text.replaceAll(id, await rig.create(object, { Name: 'Recorded' }));
  }
  const { records = [] } = Object(response) as { readonly records?: readonly { readonly Name: string }[] };
  for (const { Name } of records) await rig.create('Account', { Name });
  return JSON.parse(text) as Pick<Exchange, 'url' | 'request'>;
}

/** Compact JSON, so that the order of keys counts; ids are another org's. */
function withoutIds(body: unknown): string {
  return JSON.stringify(body).replace(/\b[a-zA-Z0-9]{3}[a-zA-Z0-9]{15}\b/g, '<id>');
}

/** What both can have; null where it is not sent. */
function shownHeaders(headers: Headers): readonly (string | null)[] {
  return ['content-type', 'location', 'sforce-limit-info'].map(
    (name) =>
      headers
        .get(name)
        ?.replace(/=\d+\/\d+$/, '=n/n')
        .replace(/\w{18}$/, '<id>') ?? null,
  );
}
