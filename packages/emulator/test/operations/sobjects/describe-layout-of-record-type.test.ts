import { expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';

it('GET /sobjects/{object}/describe/layouts/{recordTypeId} is what describe’s urls lead to', async () => {
  await using rig = await createEmulatorRig({ install: [salesMetadata] });
  const described = await rig.call('GET', '/sobjects/Opportunity/describe');
  const { recordTypeInfos } = described.body as { recordTypeInfos: { urls: { layout: string } }[] };

  const layouts = await Promise.all(recordTypeInfos.map(({ urls }) => rig.call('GET', urls.layout)));

  expect(layouts.map(({ status }) => status)).toEqual(recordTypeInfos.map(() => 200));
  expect(layouts[0]?.body).toMatchObject({
    id: expect.stringMatching(/^00h/),
    detailLayoutSections: expect.any(Array),
  });
});
