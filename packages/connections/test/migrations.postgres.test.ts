import { generateEncryptionKey } from '@uman/encryption';
import { expect, it, onTestFinished } from 'vitest';
import { createConnections } from '../src/index.ts';
import { app } from './emulated-org.ts';
import { createRig, emptyDatabase } from './rig.ts';
import { cipherWith } from './sibling-options.ts';

it('creates the schema once, however many start at the same time', async () => {
  const databaseUrl = await emptyDatabase();
  const cipher = cipherWith(generateEncryptionKey());

  const opened = await Promise.allSettled([1, 2, 3, 4].map(() => createConnections({ databaseUrl, cipher, app })));
  onTestFinished(async () => {
    for (const one of opened) if (one.status === 'fulfilled') await one.value.close();
  });

  expect(opened.map(({ status }) => status)).toEqual(Array(4).fill('fulfilled'));
});

it('leaves what is there alone when it runs again', async () => {
  const rig = await createRig();
  const connection = await rig.connect();

  const later = await rig.open();

  expect(await later.get(connection.id)).toEqual(connection);
  expect(await rig.query('select name from uman_connections.kysely_migration')).toEqual([{ name: '0001-connections' }]);
});
