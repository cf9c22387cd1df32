import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it was sent, and what it was answered. */
export interface Exchanged {
  readonly method: string;
  /** With the query string. */
  readonly path: string;
  readonly sent: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Stands between a client and an org: passes everything on and keeps it, or answers from what was kept. */
export interface AnsweringServer {
  readonly url: string;
  /** Passes on, and hands over what was exchanged from now on. */
  record(): Exchanged[];
  /** Answers each request as it was answered then; one that never was asked with 599. */
  replay(exchanges: readonly Exchanged[]): void;
  close(): Promise<void>;
}

export const NOT_RECORDED = 599;

/** Headers of a connection, not of what is sent on it; and a length that is counted anew. */
const OF_CONNECTION = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'accept-encoding',
]);

export async function createAnsweringServer(target: string): Promise<AnsweringServer> {
  let recorded: Exchanged[] = [];
  let replayed: Exchanged[] | undefined;

  async function passOn(request: IncomingMessage, sent: string): Promise<Exchanged> {
    const { method = 'GET', url: path = '/' } = request;
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      typeof value === 'string' && !OF_CONNECTION.has(name) ? [[name, value] as [string, string]] : [],
    );
    const answer = await fetch(new URL(path, target), {
      method,
      headers: Object.fromEntries(headers),
      redirect: 'manual',
      ...(sent === '' ? {} : { body: sent }),
    });
    const kept = [...answer.headers].filter(([name]) => !OF_CONNECTION.has(name));
    const exchanged = {
      method,
      path,
      sent,
      status: answer.status,
      headers: Object.fromEntries(kept),
      body: await answer.text(),
    };
    recorded.push(exchanged);
    return exchanged;
  }

  /** The same question; where its text has a time in it, the next one to the same place. */
  function found(request: IncomingMessage, sent: string): Exchanged | undefined {
    const { method, url: path = '/' } = request;
    const left = replayed ?? [];
    const same = left.findIndex((one) => one.method === method && one.path === path && one.sent === sent);
    const alike = left.findIndex((one) => one.method === method && placeOf(one.path) === placeOf(path));
    const index = same < 0 ? alike : same;
    return index < 0 ? undefined : left.splice(index, 1)[0];
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = Buffer.concat(chunks).toString('utf8');
    const given = replayed === undefined ? await passOn(request, sent) : found(request, sent);
    if (given === undefined) response.writeHead(NOT_RECORDED).end();
    else response.writeHead(given.status, given.headers).end(given.status === 204 ? undefined : given.body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    record() {
      recorded = [];
      replayed = undefined;
      return recorded;
    },
    replay(exchanges) {
      replayed = [...exchanges];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function placeOf(path: string): string {
  return path.split('?')[0] ?? path;
}
