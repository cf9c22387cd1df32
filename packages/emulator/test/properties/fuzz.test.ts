import { mkdtempSync, rmSync } from 'node:fs';
import { request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../src/index.ts';
import { standardObjects } from '../../src/schema/standard-objects.ts';

/** `EMULATOR_FUZZ_REQUESTS=100000` sends as many; a failure prints the seed, `EMULATOR_FUZZ_SEED` sends the same again. */
const REQUESTS = Number(process.env['EMULATOR_FUZZ_REQUESTS'] ?? 1000);
const SEED = process.env['EMULATOR_FUZZ_SEED'];
const MOST_BYTES_MORE = 600 * 1024 * 1024;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const V = '/services/data/v66.0';
const objects = fc.constantFrom(
  'Account',
  'Contact',
  'Opportunity',
  'ContentNote',
  'ContentVersion',
  'User',
  'Nothing__c',
);
const ids = fc.constantFrom('001000000000001AAA', '003000000000001', '@{a.id}', '001', 'x'.repeat(18), '__proto__');
const names = fc.constantFrom(
  'Name',
  'LastName',
  'AccountId',
  'Amount',
  'CloseDate',
  'StageName',
  'Email',
  'Id',
  'Title',
  'Content',
  'Account',
  'attributes',
  '__proto__',
  'constructor',
  'toString',
);
const values: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom<unknown>(
    '',
    ' ',
    'a\u0000b',
    '\ud800',
    '2026-12-31',
    '001000000000001AAA',
    "O'Neil",
    '<p>x</p>',
    1e308,
    -0,
    1e-9,
    true,
    null,
    [],
    {},
    { attributes: { type: 'Account' } },
    '@{a.id}',
    '@{a',
  ),
  fc.double(),
  fc.jsonValue({ maxDepth: 2 }),
);
const records = fc.dictionary(names, values, { maxKeys: 5 }).map((record) => ({ LastName: 'x', Name: 'x', ...record }));
const attributed = fc
  .tuple(objects, records)
  .map(([type, record]) => ({ attributes: { type, referenceId: 'r' }, ...record }));
const subrequests = fc
  .record({
    method: fc.constantFrom('POST', 'PATCH', 'GET', 'DELETE', 'post'),
    object: objects,
    id: fc.option(ids, { nil: undefined }),
    referenceId: fc.constantFrom('a', 'b', 'c d'),
    body: records,
  })
  .map(({ object, id, ...rest }) => ({ ...rest, url: `${V}/sobjects/${object}${id === undefined ? '' : `/${id}`}` }));
const bodies: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: records },
  fc.record({ allOrNone: fc.boolean(), records: fc.array(attributed, { maxLength: 5 }) }),
  fc.record({ allOrNone: fc.boolean(), compositeRequest: fc.array(subrequests, { maxLength: 6 }) }),
  fc.record({
    graphs: fc.array(
      fc.record({ graphId: fc.constantFrom('1', '2', ''), compositeRequest: fc.array(subrequests, { maxLength: 4 }) }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    haltOnError: fc.boolean(),
    batchRequests: fc.array(
      fc.record({
        method: fc.constantFrom('GET', 'POST'),
        url: fc.constantFrom('v66.0/limits', 'v66.0/sobjects/Account', 'nonsense'),
        richInput: records,
      }),
      { maxLength: 4 },
    ),
  }),
  fc.jsonValue({ maxDepth: 4 }),
);
const paths = fc.oneof(
  fc
    .tuple(
      objects,
      fc.option(ids, { nil: undefined }),
      fc.option(fc.constantFrom('Contacts', 'Account', 'describe', 'updated', 'Email', 'Content'), { nil: undefined }),
    )
    .map((parts) => `${V}/sobjects/${parts.filter((part) => part !== undefined).join('/')}`),
  fc.constantFrom(
    `${V}/composite`,
    `${V}/composite/graph`,
    `${V}/composite/batch`,
    `${V}/composite/sobjects`,
    `${V}/composite/sobjects/Account`,
    `${V}/composite/tree/Account`,
    `${V}/limits`,
    `${V}/recent`,
    '/services/data',
    '/services/data/v30.0/limits',
    '/services/data/v99.0/limits',
    '//services/data/v66.0/limits',
    '/services/oauth2/token',
    '/',
    `${V}/sobjects/%zz`,
    `${V}/%2e%2e/%00`,
  ),
  fc.string().map((text) => `${V}/query?q=${encodeURIComponent(`SELECT ${text} FROM Account`)}`),
  fc.webPath().map((path) => `${V}${path.replace(/[^\x21-\x7e]/g, '')}`),
);
const bytes = fc.oneof(
  { weight: 6, arbitrary: bodies.map((body) => Buffer.from(JSON.stringify(body))) },
  fc.tuple(bodies, fc.nat(), fc.constantFrom('', '"', '}', '[', '\\', '\n', 'é')).map(([body, at, insert]) => {
    const text = JSON.stringify(body);
    const index = at % (text.length + 1);
    return Buffer.from(text.slice(0, index) + insert + text.slice(index + 1));
  }),
  fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
  bodies.map((body) => gzipSync(JSON.stringify(body))),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'content-type',
    'content-encoding',
    'accept',
    'if-match',
    'if-modified-since',
    'sforce-call-options',
    'sforce-query-options',
    'sforce-mru',
  ),
  fc.constantFrom(
    'application/json',
    'gzip',
    'deflate',
    'text/plain',
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    '*',
    '"x"',
    'yesterday',
    'defaultNamespace=uman',
    'batchSize=x',
    'updateMru=true',
    '',
  ),
  { maxKeys: 3 },
);
const requests: fc.Arbitrary<Sent> = fc.record({
  method: fc.constantFrom('POST', 'PATCH', 'GET', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'),
  path: paths,
  headers: headers.map((given) => ({ 'content-type': 'application/json', ...given })),
  body: bytes,
});

function send(emulator: Emulator, accessToken: string, sent: Sent): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(emulator.url);
  return new Promise((resolve, reject) => {
    const outgoing = sendRequest(
      {
        hostname,
        port,
        method: sent.method,
        path: sent.path,
        headers: { ...sent.headers, authorization: `Bearer ${accessToken}`, 'content-length': sent.body.byteLength },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(sent.body);
  });
}

it(
  `lives through ${REQUESTS} requests of any kind, and keeps its database whole`,
  { timeout: 60_000 + REQUESTS * 60 },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'uman-fuzz-'));
    const data = join(directory, 'org.sqlite');
    const emulator = await createEmulator({ data, dailyApiRequests: 1_000_000_000 });
    const { accessToken } = emulator.issueSession();
    const rows = (): number =>
      ['Account', 'Contact', 'Opportunity', 'ContentVersion', 'ContentDocument'].reduce(
        (sum, name) => sum + emulator.count(name),
        0,
      );
    const before = process.memoryUsage().rss;
    try {
      await fc.assert(
        fc.asyncProperty(requests, async (sent) => {
          const known = rows();

          const { status, text } = await send(emulator, accessToken, sent);

          expect([status, text]).not.toEqual([500, expect.anything()]);
          expect(status >= 400 ? rows() : known).toBe(known);
        }),
        { numRuns: REQUESTS, endOnFailure: true, ...(SEED !== undefined && { seed: Number(SEED) }) },
      );
      expect(process.memoryUsage().rss - before).toBeLessThan(MOST_BYTES_MORE);
    } finally {
      await emulator.close();
    }
    const database = new DatabaseSync(data, { readOnly: true });
    try {
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      expect(danglingReferences(database)).toEqual([]);
    } finally {
      database.close();
      rmSync(directory, { recursive: true });
    }
  },
);

/** References to a record that was never there. */
function danglingReferences(database: DatabaseSync): string[] {
  const tables = new Set(
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
      .all()
      .map((row) => row['name']),
  );
  return standardObjects.flatMap((object) =>
    [...object.fields.values()].flatMap((field) => {
      const [target, ...others] = field.referenceTo ?? [];
      if (field.virtual || target === undefined || others.length > 0 || !tables.has(target) || !tables.has(object.name))
        return [];
      const sql = `SELECT count(*) AS n FROM "${object.name}" WHERE "${field.name}" IS NOT NULL AND "${field.name}" NOT IN (SELECT "Id" FROM "${target}")`;
      const { n } = database.prepare(sql).get() ?? {};
      return n === 0 ? [] : [`${object.name}.${field.name}: ${String(n)}`];
    }),
  );
}
