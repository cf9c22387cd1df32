import { expect, it } from 'vitest';
import { createAccessRig, type Caller } from './access-rig.ts';

const envelope = (sessionId: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="http://soap.sforce.com/2006/04/metadata">
<soapenv:Header><SessionHeader><sessionId>${sessionId}</sessionId></SessionHeader></soapenv:Header>
<soapenv:Body><describeMetadata><asOfVersion>66.0</asOfVersion></describeMetadata></soapenv:Body></soapenv:Envelope>`;

const describeMetadata = (user: Pick<Caller, 'call' | 'accessToken'>) =>
  user.call('POST', '/services/Soap/m/66.0', envelope(user.accessToken), {
    'content-type': 'text/xml; charset=utf-8',
    soapaction: '""',
  });

it('is for users who may modify metadata', async () => {
  await using rig = await createAccessRig();

  const admin = await describeMetadata(rig);
  const standard = await describeMetadata(rig.user({ profile: 'Standard User' }));
  const withoutApi = await describeMetadata(rig.user({ profile: 'Minimum Access - Salesforce' }));
  const rest = await rig.user({ profile: 'Standard User' }).call('GET', '/metadata/deployRequest/0Af000000000001AAA');

  expect(admin.status).toBe(200);
  expect(standard.status).toBe(500);
  expect(standard.body).toContain(
    'INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
  );
  expect(withoutApi.body).toContain('API_CURRENTLY_DISABLED: API is disabled for this User');
  expect(rest.status).toBe(403);
  expect(rest.body).toMatchObject([{ errorCode: 'INSUFFICIENT_ACCESS' }]);
});

it('ends with the user', async () => {
  await using rig = await createAccessRig();
  const user = rig.user({ profile: 'System Administrator', username: 'second@example.com' });

  rig.emulator.changeUser('second@example.com', { isFrozen: true });
  const { status, body } = await describeMetadata(user);

  expect(status).toBe(500);
  expect(body).toContain('INVALID_SESSION_ID');
});
