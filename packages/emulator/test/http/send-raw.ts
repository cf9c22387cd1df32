import { connect } from 'node:net';
import { once } from 'node:events';

/** Everything that a server sends to some bytes until it closes the connection. */
export async function sendRaw(url: string, ...pieces: readonly (string | Buffer)[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port), noDelay: true });
  let received = '';
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => (received += text));
  // A server may close while more is being sent; what it answered before counts.
  socket.on('error', () => undefined);
  for (const piece of pieces) socket.write(piece);
  await once(socket, 'close');
  return received;
}

/** Of every answer, in order; a body may end without a line break. */
export function statusesOf(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
