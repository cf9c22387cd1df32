import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { statusesOf } from './send-raw.ts';

const COUNT = 100;

/** Asks for descriptions again and again, and reads nothing of what is answered. */
async function aSilentReader({ emulator, accessToken }: EmulatorRig): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(emulator.url).port) });
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const head = `GET /services/data/v66.0/sobjects/Account/describe HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${accessToken}\r\n`;
  socket.write(`${head}\r\n`.repeat(COUNT - 1) + `${head}Connection: close\r\n\r\n`);
  return socket;
}

it('answers others while somebody does not read, and that one too once they do', async () => {
  await using rig = await createEmulatorRig();
  const socket = await aSilentReader(rig);

  const others = await Promise.all(Array.from({ length: 10 }, () => rig.call('GET', '/limits')));
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => (received += text));
  await once(socket, 'close');

  expect(others.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(statusesOf(received)).toEqual(Array.from({ length: COUNT }, () => 200));
});

it('lives on, and closes, when many leave without having read anything', async () => {
  const rig = await createEmulatorRig();
  const sockets = await Promise.all(Array.from({ length: 10 }, () => aSilentReader(rig)));
  await rig.create('Account', { Name: 'Acme' });

  for (const socket of sockets.slice(5)) socket.destroy();
  const { status } = await rig.call('GET', '/limits');
  // The other half still has not read anything.
  await rig.emulator.close();
  for (const socket of sockets) socket.destroy();

  expect(status).toBe(200);
});
