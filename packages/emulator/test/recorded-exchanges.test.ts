import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
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
const isGraph = ({ url }: Exchange): boolean => url.endsWith('/composite/graph');

describe.skipIf(exchanges.length === 0)('recorded exchanges (skipped without the recorded data)', () => {
  it.each(named.filter(([, exchange]) => !isGraph(exchange)))('%s is answered alike', async (_, exchange) => {
    await using rig = await createEmulatorRig({ install: [movies] });
    const url = await prepare(rig, exchange);

    const { status, headers, body } = await rig.call(exchange.method, url, exchange.request ?? undefined);

    expect(status).toBe(exchange.status);
    expect(withoutIds(body ?? null)).toBe(withoutIds(exchange.response));
    expect(shownHeaders(headers)).toEqual(shownHeaders(new Headers(exchange.responseHeaders)));
  });

  it.each(named.filter(([, exchange]) => isGraph(exchange)))(
    '%s is not there yet, and says so',
    async (_, exchange) => {
      await using rig = await createEmulatorRig({ install: [movies] });

      const { status, body } = await rig.call(exchange.method, exchange.url, exchange.request);

      expect(status).toBe(501);
      expect(body).toEqual([{ errorCode: 'NOT_EMULATED', message: `NOT_EMULATED POST ${exchange.url}` }]);
    },
  );
});

/** Makes the records that the org had; gives the URL with the id that the record has here. */
async function prepare(rig: EmulatorRig, { url, response }: Exchange): Promise<string> {
  const [, object, id] = /\/sobjects\/(\w+)\/(\w+)$/.exec(url) ?? [];
  if (object !== undefined && id !== undefined) return url.replace(id, await rig.create(object, { Name: 'Recorded' }));
  const { records = [] } = Object(response) as { readonly records?: readonly { readonly Name: string }[] };
  for (const { Name } of records) await rig.create('Account', { Name });
  return url;
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
