import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { deployFiles, picklistField } from '../metadata/deploy-files.ts';
import { rows } from './rows.ts';

describe('person accounts', () => {
  it('are not there until they are turned on', async () => {
    await using rig = await createEmulatorRig();
    const before = await namesOf(rig, 'Account');

    rig.emulator.enablePersonAccounts();

    const after = await namesOf(rig, 'Account');
    expect(before).not.toContain('IsPersonAccount');
    expect(after.slice(3, 9)).toEqual(['Name', 'LastName', 'FirstName', 'Salutation', 'Type', 'RecordTypeId']);
    expect(after).toEqual(expect.arrayContaining(['PersonContactId', 'PersonMailingAddress', 'PersonEmail']));
    expect(
      await rows(rig, `SELECT DeveloperName, IsPersonType FROM RecordType WHERE SobjectType = 'Account' ORDER BY Id`),
    ).toEqual([
      { DeveloperName: 'Business_Account', IsPersonType: false },
      { DeveloperName: 'PersonAccount', IsPersonType: true },
    ]);
  });

  it('are accounts and contacts in one', async () => {
    await using rig = await aRigWithPersons();
    const id = await rig.create('Account', {
      FirstName: 'Ann',
      LastName: 'Lee',
      PersonEmail: 'ann@example.com',
      PersonMailingCity: 'Ghent',
      Phone: '1',
    });

    await rig.call('PATCH', `/sobjects/Account/${id}`, { LastName: 'Roe', PersonMobilePhone: '2' });

    const [contact] = await rows(
      rig,
      'SELECT Id, Name, Email, MailingCity, Phone, MobilePhone, AccountId, IsPersonAccount FROM Contact',
    );
    expect(contact).toMatchObject({
      Name: 'Ann Roe',
      Email: 'ann@example.com',
      MailingCity: 'Ghent',
      Phone: '1',
      MobilePhone: '2',
      AccountId: id,
      IsPersonAccount: true,
    });
    expect(
      await rows(rig, 'SELECT Name, IsPersonAccount, PersonContactId, RecordType.DeveloperName FROM Account'),
    ).toMatchObject([
      {
        Name: 'Ann Roe',
        IsPersonAccount: true,
        PersonContactId: contact?.['Id'],
        RecordType: { DeveloperName: 'PersonAccount' },
      },
    ]);
  });

  it('change with their contact and go with their account', async () => {
    await using rig = await aRigWithPersons();
    const id = await rig.create('Account', { LastName: 'Lee' });
    const [contact] = await rows(rig, 'SELECT Id FROM Contact');

    await rig.call('PATCH', `/sobjects/Contact/${String(contact?.['Id'])}`, {
      FirstName: 'Ann',
      Email: 'a@example.com',
    });
    const changed = await rows(rig, 'SELECT Name, PersonEmail FROM Account');
    await rig.call('DELETE', `/sobjects/Account/${id}`);

    expect(changed).toEqual([{ Name: 'Ann Lee', PersonEmail: 'a@example.com' }]);
    expect(await rows(rig, 'SELECT Id FROM Contact')).toEqual([]);
  });

  it('have the custom fields of contacts as their own', async () => {
    await using rig = await aRigWithPersons();
    deployFiles(rig, {
      'objects/Contact/fields/Level__c.field-meta.xml': picklistField('Level__c', ['Gold', 'Silver']),
    });

    await rig.create('Account', { LastName: 'Lee', Level__pc: 'Gold' });

    expect(await rows(rig, 'SELECT Level__pc FROM Account')).toEqual([{ Level__pc: 'Gold' }]);
    expect(await rows(rig, 'SELECT Level__c FROM Contact')).toEqual([{ Level__c: 'Gold' }]);
  });

  it('are named by their parts only, and businesses by their name only', async () => {
    await using rig = await aRigWithPersons();
    const [person] = await rows(rig, 'SELECT Id FROM RecordType WHERE IsPersonType = true');
    const business = await rig.create('Account', { Name: 'Acme' });

    const named = await rig.call('POST', '/sobjects/Account', {
      Name: 'Ann Lee',
      LastName: 'Lee',
      RecordTypeId: person?.['Id'],
    });
    const withPersonField = await rig.call('PATCH', `/sobjects/Account/${business}`, { PersonEmail: 'a@example.com' });
    const nameless = await rig.call('POST', '/sobjects/Account', { Phone: '1' });

    expect(named.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Name'] }]);
    expect(withPersonField.body).toEqual([
      {
        message: 'Account: bad field names on insert/update call: PersonEmail',
        errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
        fields: ['PersonEmail'],
      },
    ]);
    expect(nameless.body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Name'] }]);
  });
});

async function aRigWithPersons(): Promise<EmulatorRig> {
  const rig = await createEmulatorRig();
  rig.emulator.enablePersonAccounts();
  return rig;
}

async function namesOf(rig: EmulatorRig, object: string): Promise<string[]> {
  const { body } = await rig.call('GET', `/sobjects/${object}/describe`);
  return (body as { fields: { name: string }[] }).fields.map((field) => field.name);
}
