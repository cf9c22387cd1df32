import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

const contact = (fields: object): object => ({ attributes: { type: 'Contact' }, ...fields });

it('answers for each record by itself', async () => {
  await using rig = await createEmulatorRig();

  const { status, body } = await rig.call('POST', '/composite/sobjects', {
    records: [contact({ LastName: 'Lee' }), contact({ FirstName: 'Ann' })],
  });

  expect(status).toBe(200);
  expect(body).toEqual([
    { id: expect.stringMatching(/^003/), success: true, errors: [] },
    {
      success: false,
      errors: [
        {
          statusCode: 'REQUIRED_FIELD_MISSING',
          message: 'Required fields are missing: [LastName]',
          fields: ['LastName'],
        },
      ],
    },
  ]);
  expect(rig.emulator.count('Contact')).toBe(1);
});

it('undoes the others when all or none is asked for', async () => {
  await using rig = await createEmulatorRig();

  const { body } = await rig.call('POST', '/composite/sobjects', {
    allOrNone: true,
    records: [contact({ LastName: 'Lee' }), contact({})],
  });

  expect(body).toMatchObject([
    {
      success: false,
      errors: [
        {
          statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
          message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
          fields: [],
        },
      ],
    },
    { success: false, errors: [{ statusCode: 'REQUIRED_FIELD_MISSING' }] },
  ]);
  expect(rig.emulator.count('Contact')).toBe(0);
});

it('refuses an empty list as it was captured, and more than 200 records as the SOAP API does', async () => {
  await using rig = await createEmulatorRig();

  const empty = await rig.call('POST', '/composite/sobjects', { records: [] });
  const tooMany = await rig.call('POST', '/composite/sobjects', {
    records: Array.from({ length: 201 }, () => contact({ LastName: 'x' })),
  });

  expect(empty.status).toBe(400);
  expect(empty.body).toEqual([{ message: 'At least 1 record is required', errorCode: 'REQUIRED_FIELD_MISSING' }]);
  expect(tooMany.status).toBe(400);
  expect(tooMany.body).toEqual([
    {
      message: 'record limit reached. cannot submit more than 200 records into this call',
      errorCode: 'EXCEEDED_ID_LIMIT',
    },
  ]);
});
