import { expect, it } from 'vitest';
import { createPackagingRig } from '../../packaging/packaging-rig.ts';

it('answers with the URLs of the Tooling API, and with objects where a field holds one', async () => {
  await using rig = await createPackagingRig();
  const { Package2Version: version } = await rig.createVersion(await rig.createPackage());
  const soql = `SELECT Id, Dependencies, Name FROM SubscriberPackageVersion WHERE Id = '${version?.SubscriberPackageVersionId ?? ''}'`;

  const [row] = await rig.toolingQuery(rig.emulator, soql);

  expect(row).toMatchObject({
    attributes: {
      type: 'SubscriberPackageVersion',
      url: `/services/data/v66.0/tooling/sobjects/SubscriberPackageVersion/${version?.SubscriberPackageVersionId ?? ''}`,
    },
    Dependencies: null,
    Name: 'First',
  });
});

it('finds package versions by their id only', async () => {
  await using rig = await createPackagingRig();

  const answer = await rig.call('GET', '/tooling/query?q=SELECT+Id+FROM+SubscriberPackageVersion');

  expect(answer.status).toBe(400);
  expect(answer.body).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }]);
});

it('does not show the objects of the Tooling API to the data API', async () => {
  await using rig = await createPackagingRig();

  const answer = await rig.call('GET', '/query?q=SELECT+Id+FROM+Package2');

  expect(answer.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
});
