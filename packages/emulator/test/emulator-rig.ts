import { fileURLToPath } from 'node:url';
import { createEmulator, type Emulator, type EmulatorOptions } from '../src/index.ts';

/** Custom objects, fields, record types and a sales process, as a customer's org has them. */
export const salesMetadata = { directory: fileURLToPath(new URL('fixtures/sales', import.meta.url)) };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; the text where it is none; undefined without a body. */
  readonly body: unknown;
}

/** An emulated org and a caller with a session in it. */
export interface EmulatorRig extends AsyncDisposable {
  readonly emulator: Emulator;
  readonly accessToken: string;
  /** @param path after `/services/data/v66.0`, or a whole one from `/services/…` */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Creates a record and gives its id; fails unless it was created. */
  create(object: string, body: unknown): Promise<string>;
}

/** Takes a free port; closed at the end of an `await using`. */
export async function createEmulatorRig(options: EmulatorOptions = {}): Promise<EmulatorRig> {
  const emulator = await createEmulator(options);
  const { accessToken } = emulator.issueSession();
  const rig: EmulatorRig = {
    emulator,
    accessToken,
    async call(method, path, body, headers = {}) {
      const url = emulator.url + (path.startsWith('/services/') ? path : `/services/data/v66.0${path}`);
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: response.status, headers: response.headers, body: parse(await response.text()) };
    },
    async create(object, body) {
      const answer = await rig.call('POST', `/sobjects/${object}`, body);
      if (answer.status !== 201) throw new Error(`${object}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return (answer.body as { id: string }).id;
    },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
  return rig;
}

/** A deal that can be created as it is. */
export function aDeal(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return { Name: 'Acme renewal', StageName: 'Qualification', CloseDate: '2026-12-31', ...fields };
}

/** HTML as the body of a note is sent. */
export function base64(html: string): string {
  return Buffer.from(html, 'utf8').toString('base64');
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
