import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator, type Emulator } from '../../src/index.ts';
import { salesMetadata } from '../emulator-rig.ts';
import { findSimpleSalesforce } from './find-simple-salesforce.ts';

const SCRIPT = fileURLToPath(new URL('simple-salesforce.py', import.meta.url));
const library = await findSimpleSalesforce();
const name = 'missing' in library ? `simple-salesforce (skipped: ${library.missing})` : 'simple-salesforce';

describe.skipIf('missing' in library)(`${name}, over TLS`, () => {
  let directory: string;
  let emulator: Emulator;
  let seen: Record<string, unknown>;

  beforeAll(async () => {
    if ('missing' in library) return;
    directory = mkdtempSync(join(tmpdir(), 'emulator-tls-'));
    const pem = await generate([{ name: 'commonName', value: 'localhost' }], {
      algorithm: 'sha256',
      extensions: [
        {
          name: 'subjectAltName',
          altNames: [
            { type: 7, ip: '127.0.0.1' },
            { type: 2, value: 'login.salesforce.com' },
          ],
        },
      ],
    });
    const certificate = join(directory, 'certificate.pem');
    writeFileSync(certificate, pem.cert);
    emulator = await createEmulator({ tls: { cert: pem.cert, key: pem.private }, install: [salesMetadata] });
    const { instanceUrl, accessToken } = emulator.issueSession();
    const env = {
      ...process.env,
      PYTHONPATH: library.directory,
      REQUESTS_CA_BUNDLE: certificate,
      NO_PROXY: '127.0.0.1',
    };
    emulator.setSwitches({ soapApiLogin: 'allowed' });
    emulator.createUser({ username: 'ann@uman.test', password: 'secret', securityToken: 'T0ken' });
    const { stdout } = await promisify(execFile)(library.python, [SCRIPT, instanceUrl, accessToken], { env });
    seen = JSON.parse(stdout) as Record<string, unknown>;
  }, 120_000);
  afterAll(async () => {
    await emulator.close();
    rmSync(directory, { recursive: true });
  });

  it('creates, reads, updates, upserts and deletes', () => {
    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(seen).toMatchObject({
      create: { success: true, errors: [], id: expect.stringMatching(/^001\w{15}$/) },
      get: 'Acme',
      update: 204,
      upsertNew: 201,
      upsertKnown: 200,
      getByCustomId: 'Second again',
      delete: 204,
    });
    expect(emulator.records('Account').map(({ Name }) => Name)).toEqual(['Second again', 'Bulk 1', 'Bulk 2']);
  });

  it('queries, describes and reads its usage', () => {
    expect(seen).toMatchObject({
      query: 3,
      queryAll: ['Lee 0', 'Lee 1', 'Lee 2'],
      queryAllIter: 2,
      describe: '001',
      describeGlobal: 200,
      metadata: 'Account',
      limits: true,
      usage: 100_000,
    });
  });

  it.each([
    ['gone', 'SalesforceResourceNotFound', 404, 'NOT_FOUND'],
    ['refused', 'SalesforceMalformedRequest', 400, 'REQUIRED_FIELD_MISSING'],
    ['badQuery', 'SalesforceMalformedRequest', 400, 'INVALID_FIELD'],
    ['unknownObject', 'SalesforceResourceNotFound', 404, 'NOT_FOUND'],
    ['noSession', 'SalesforceExpiredSession', 401, 'INVALID_SESSION_ID'],
  ])('takes what is %s for its %s', (step, raised, status, errorCode) => {
    expect(seen[step]).toMatchObject({ raised, status, content: [{ errorCode }] });
  });

  it('logs in at login.salesforce.com with a password and a security token', () => {
    expect(seen).toMatchObject({
      login: { instance: emulator.url.replace('https://', ''), query: 1 },
      badLogin: { raised: 'SalesforceAuthenticationFailed', content: 'INVALID_LOGIN' },
    });
  });

  it('loads and reads in bulk', () => {
    expect(seen).toMatchObject({
      bulk2Insert: [{ numberRecordsTotal: 2, numberRecordsFailed: 0 }],
      bulk2Query: ['"Bulk 1"', '"Bulk 2"', '"Name"'],
    });
  });
});
