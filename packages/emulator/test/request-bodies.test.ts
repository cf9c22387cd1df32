import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from './emulator-rig.ts';

interface Sent {
  readonly status: number;
  readonly message: string;
}

async function send(
  rig: EmulatorRig,
  body: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const response = await fetch(`${rig.emulator.url}/services/data/v66.0/sobjects/Account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${rig.accessToken}`, 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, message: await response.text() };
}

describe('a request body', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
  ])('may be compressed with %s', async (encoding, pack) => {
    await using rig = await createEmulatorRig();

    const { status } = await send(rig, pack('{"Name":"Käse 🧀"}'), { 'content-encoding': encoding });

    expect(status).toBe(201);
    expect(rig.emulator.records('Account')).toMatchObject([{ Name: 'Käse 🧀' }]);
  });

  it('is JSON without a content type too', async () => {
    await using rig = await createEmulatorRig();

    expect(await send(rig, '{"Name":"Acme"}', { 'content-type': 'Application/JSON; charset="UTF-8"' })).toMatchObject({
      status: 201,
    });
  });

  it.each<[string, Uint8Array<ArrayBuffer> | string, Record<string, string>]>([
    ['XML', '<Account/>', { 'content-type': 'application/xml' }],
    ['another charset', '{"Name":"Acme"}', { 'content-type': 'application/json; charset=ISO-8859-1' }],
    ['a key twice', '{"Name":"Acme","Nam\\u0065":"Other"}', {}],
    ['a field twice in other letters', '{"Name":"Acme","name":"Other"}', {}],
    ['a NUL', '{"Name":"a\\u0000b"}', {}],
    ['half a surrogate pair', '{"Name":"a\\ud800b"}', {}],
    ['an Accept for XML', '{"Name":"Acme"}', { accept: 'application/xml' }],
  ])('with %s is answered 501, and nothing is written', async (_, body, headers) => {
    await using rig = await createEmulatorRig();

    const { status, message } = await send(rig, body, headers);

    expect(status).toBe(501);
    expect(message).toContain('NOT_EMULATED POST /services/data/v66.0/sobjects/Account: ');
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it.each<[string, Uint8Array<ArrayBuffer> | string, Record<string, string>, number, string]>([
    [
      'a form',
      'Name=Acme',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      "MediaType of 'application/x-www-form-urlencoded' is not supported by this resource",
    ],
    ['an unknown encoding', '{}', { 'content-encoding': 'br' }, 415, "Content-Encoding of 'br' is not supported"],
    ['something else than its encoding', '{}', { 'content-encoding': 'gzip' }, 400, 'Content-Encoding gzip'],
    [
      'bytes that are no UTF-8',
      Buffer.from('{"Name":"caf\xe9"}', 'latin1'),
      {},
      400,
      'Invalid UTF-8 middle byte 0x22 at [line:1, column:14]',
    ],
    ['nesting without end', `{"Name":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 400, 'nested deeper'],
  ])('with %s is refused, and nothing is written', async (_, body, headers, expected, words) => {
    await using rig = await createEmulatorRig();

    const { status, message } = await send(rig, body, headers);

    expect(status).toBe(expected);
    expect(message).toContain(words);
    expect(rig.emulator.count('Account')).toBe(0);
  });

  it.each([
    [
      '{"Name":"x",}',
      "Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:13]",
    ],
    [
      '{"Name" "x"}',
      `Unexpected character ('"' (code 34)): was expecting a colon to separate field name and value at [line:1, column:9]`,
    ],
    [
      '{"Name":"x"\n;}',
      "Unexpected character (';' (code 59)): was expecting comma to separate OBJECT entries at [line:2, column:1]",
    ],
    [
      '[1 2]',
      "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:4]",
    ],
    [
      '{"Name":}',
      "Unexpected character ('}' (code 125)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:9]",
    ],
    ['{"Name":abc}', "Unrecognized token 'abc': was expecting 'null', 'true', 'false' or NaN at [line:1, column:9]"],
    ['{"Name":"x"', 'Unexpected end-of-input at [line:1, column:12]'],
    ['{"Name":"x', 'Unexpected end-of-input at [line:1, column:11]'],
    [
      '{"Name":"x\ty"}',
      'Illegal unquoted character ((CTRL-CHAR, code 9)): has to be escaped using backslash to be included in string value at [line:1, column:11]',
    ],
    ['{"Name":"\\q"}', "Unrecognized character escape 'q' (code 113) at [line:1, column:11]"],
  ])('that is %s is refused in the words of Salesforce', async (body, expected) => {
    await using rig = await createEmulatorRig();

    const { status, message } = await send(rig, body);

    expect(status).toBe(400);
    expect(JSON.parse(message)).toEqual([{ message: expected, errorCode: 'JSON_PARSER_ERROR' }]);
  });

  it('may not be larger than 50 MB', async () => {
    await using rig = await createEmulatorRig();

    const { status } = await send(rig, gzipSync(Buffer.alloc(51 * 1024 * 1024, ' ')), { 'content-encoding': 'gzip' });

    expect(status).toBe(413);
  });

  it('may have the same key in several objects, and quotes and braces in texts', async () => {
    await using rig = await createEmulatorRig();
    const Description = 'a "quoted" { brace } \\ and , : [';

    const { status } = await rig.call('POST', '/composite/sobjects', {
      records: [1, 2].map((n) => ({ attributes: { type: 'Account' }, Name: `"Name": ${n}\\`, Description })),
    });

    expect(status).toBe(200);
    expect(rig.emulator.records('Account')).toMatchObject([{ Description }, { Name: '"Name": 2\\' }]);
  });
});

it('does not stop the other requests while base64 is checked', async () => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('POST', '/sobjects/ContentNote', { Title: 'x', Content: `A${' '.repeat(2_000_000)}!` });

  expect(answer.body).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
});

describe('a request line', () => {
  it.each([
    [414, 'URI Too Long', `/query?q=${'x'.repeat(17_000)}`, {}],
    [431, 'Request Header Fields Too Large', '/limits', { 'x-long': 'x'.repeat(17_000) }],
  ])('is answered %i when it is longer than Salesforce takes', async (expected, reason, path, headers) => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('GET', path, undefined, headers);

    expect(status).toBe(expected);
    expect(body).toBe(`<h1>Bad Message ${expected}</h1><pre>reason: ${reason}</pre>`);
    expect(rig.emulator.apiCalls()).toBe(0);
  });
});

it('keeps secrets out of the request log, however their names are written', async () => {
  await using rig = await createEmulatorRig();
  const query = 'username=a&password=S3CRET&login_ticket=S3CRET&%61ccess_token=S3CRET';

  await rig.call('GET', `/services/oauth2/authorize?${query}`);

  expect(JSON.stringify(rig.emulator.requests())).not.toContain('S3CRET');
});

it.each(['/services/data/v66.0/sobjects/%zz', '/services/data/v66.0/sobjects/Account/%00', '/services/data/v66.0/%ff'])(
  'refuses the path %s, which is no text',
  async (path) => {
    await using rig = await createEmulatorRig();

    expect((await rig.call('GET', path)).status).toBe(400);
  },
);

it.each(['/services/data/v66.0/sobjects/../../../../etc/passwd', '/services/data/v66.0/sobjects/%2e%2e%2f%2e%2e'])(
  'finds nothing outside of the API at %s',
  async (path) => {
    await using rig = await createEmulatorRig();

    expect((await rig.call('GET', path)).status).toBeGreaterThanOrEqual(400);
  },
);
