import { expect, it } from 'vitest';
import { createEmulatorRig } from '../../emulator-rig.ts';

it('gives every field in its order, compound addresses included, by an id of either length', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Account', { Name: 'Acme', BillingCity: 'Ghent', BillingCountry: 'Belgium' });

  const { status, body } = await rig.call('GET', `/sobjects/Account/${id.slice(0, 15)}`);

  expect(status).toBe(200);
  const keys = Object.keys(body as object);
  expect(keys.slice(0, 5)).toEqual(['attributes', 'Id', 'IsDeleted', 'MasterRecordId', 'Name']);
  expect(body).toMatchObject({
    attributes: { type: 'Account', url: `/services/data/v66.0/sobjects/Account/${id}` },
    Id: id,
    BillingAddress: {
      city: 'Ghent',
      country: 'Belgium',
      geocodeAccuracy: null,
      latitude: null,
      longitude: null,
      postalCode: null,
      state: null,
      street: null,
    },
    ShippingAddress: null,
  });
});

it('gives the fields that are asked for, in that order, and the id', async () => {
  await using rig = await createEmulatorRig();
  const id = await rig.create('Contact', { FirstName: 'Ann', LastName: 'Wong' });

  const { body } = await rig.call('GET', `/sobjects/Contact/${id}?fields=LastName,firstname`);

  expect(JSON.stringify(body)).toBe(
    `{"attributes":{"type":"Contact","url":"/services/data/v66.0/sobjects/Contact/${id}"},"LastName":"Wong","FirstName":"Ann","Id":"${id}"}`,
  );
});

it.each([
  ['a record that is not there', '001000000000001AAA', 404, 'NOT_FOUND'],
  ['an id with a wrong suffix', '001000000000001AAB', 400, 'MALFORMED_ID'],
  ['something that is no id', 'Namez', 404, 'NOT_FOUND'],
])('refuses %s', async (_, id, status, errorCode) => {
  await using rig = await createEmulatorRig();

  const answer = await rig.call('GET', `/sobjects/Account/${id}`);

  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject([{ errorCode }]);
});
