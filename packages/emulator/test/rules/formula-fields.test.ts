import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aDeal, createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { deployFiles } from '../metadata/deploy-files.ts';

function formulaField(name: string, type: string, formula: string, more = ''): Record<string, string> {
  const escaped = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return {
    [`objects/Opportunity/fields/${name}.field-meta.xml`]: `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><formula>${escaped}</formula>
      <label>${name}</label>${more}<type>${type}</type></CustomField>`,
  };
}

const number = '<precision>18</precision><scale>2</scale>';

/** `A_…` refers to what is deployed after it. */
const fields = {
  ...formulaField('A_Label__c', 'Text', 'Account.Name & ": " & TEXT(B_Net__c)'),
  ...formulaField(
    'B_Net__c',
    'Currency',
    'Amount * (1 - 0.21)',
    `<formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>${number}`,
  ),
  ...formulaField('C_Share__c', 'Percent', 'B_Net__c / Amount', number),
  ...formulaField('D_Due__c', 'Date', 'CloseDate + 30'),
  ...formulaField('E_Big__c', 'Checkbox', 'Amount >= 100'),
};

async function query(rig: EmulatorRig, soql: string): Promise<unknown> {
  const { body } = await rig.call('GET', `/query?q=${encodeURIComponent(soql)}`);
  return (body as { records?: unknown }).records ?? body;
}

describe('a formula field', () => {
  it('is computed for records that were there before it', async () => {
    await using rig = await createEmulatorRig();
    await rig.create('Opportunity', aDeal({ Amount: 100 }));

    deployFiles(rig, fields);

    expect(await query(rig, 'SELECT B_Net__c, E_Big__c FROM Opportunity')).toMatchObject([
      { B_Net__c: 79, E_Big__c: true },
    ]);
  });

  it('is computed whenever it is read, by row and by query', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, fields);
    const account = await rig.create('Account', { Name: 'Acme' });
    const id = await rig.create('Opportunity', aDeal({ AccountId: account, Amount: 100 }));
    await rig.create('Opportunity', aDeal({ Name: 'small' }));

    const row = await rig.call('GET', `/sobjects/Opportunity/${id}`);
    await rig.call('PATCH', `/sobjects/Account/${account}`, { Name: 'Acme NV' });
    const found = await query(rig, 'SELECT Name, A_Label__c FROM Opportunity WHERE B_Net__c > 50 ORDER BY D_Due__c');
    const sorted = await query(rig, 'SELECT Name, E_Big__c, C_Share__c FROM Opportunity ORDER BY B_Net__c DESC');

    expect(row.body).toMatchObject({
      A_Label__c: 'Acme: 79',
      B_Net__c: 79,
      C_Share__c: 79,
      D_Due__c: '2027-01-30',
      E_Big__c: true,
    });
    expect(found).toMatchObject([{ A_Label__c: 'Acme NV: 79' }]);
    expect(sorted).toMatchObject([
      { E_Big__c: true, C_Share__c: 79 },
      { Name: 'small', E_Big__c: false, C_Share__c: null },
    ]);
  });

  it('is described as computed, and is written by nobody', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, fields);

    const { body } = await rig.call('GET', '/sobjects/Opportunity/describe');
    const written = await rig.call('POST', '/sobjects/Opportunity', aDeal({ B_Net__c: 1 }));

    const described = (body as { fields: { name: string }[] }).fields.find(({ name }) => name === 'B_Net__c');
    expect(described).toMatchObject({
      calculated: true,
      calculatedFormula: 'Amount * (1 - 0.21)',
      formulaTreatNullNumberAsZero: true,
      createable: false,
      updateable: false,
      type: 'currency',
    });
    expect(written.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['B_Net__c'] }]);
  });

  it('can be part of a validation rule', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      ...fields,
      'objects/Opportunity/validationRules/R.validationRule-meta.xml':
        '<ValidationRule><fullName>R</fullName><active>true</active><errorConditionFormula>B_Net__c &gt; 100</errorConditionFormula><errorMessage>Too much.</errorMessage></ValidationRule>',
    });

    const { body } = await rig.call('POST', '/sobjects/Opportunity', aDeal({ Amount: 1000 }));

    expect(body).toMatchObject([{ message: 'Too much.' }]);
  });

  it('outlives the process', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'emulator-formula-'));
    const data = join(directory, 'org.sqlite');
    try {
      {
        await using rig = await createEmulatorRig({ data });
        deployFiles(rig, fields);
        await rig.create('Opportunity', aDeal({ Amount: 200 }));
      }
      await using rig = await createEmulatorRig({ data });

      expect(await query(rig, 'SELECT B_Net__c FROM Opportunity')).toMatchObject([{ B_Net__c: 158 }]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });

  it.each([
    ['itself', 'Number', 'F__c + 1', 'refers to itself'],
    ['another type', 'Text', 'Amount', 'incompatible with expected data type (Text)'],
    ['a field that is not there', 'Text', 'Nothing__c', 'Field Nothing__c does not exist'],
    ['what is not emulated', 'Text', 'HYPERLINK("x", "y")', 'HYPERLINK is not emulated'],
    ['the one who asks', 'Text', '$User.Username', '$User in a formula field is not emulated'],
    ['the write', 'Checkbox', 'ISNEW()', 'may not be used'],
  ])('is refused when it is deployed with %s', async (_, type, formula, problem) => {
    await using rig = await createEmulatorRig();

    expect(() => deployFiles(rig, formulaField('F__c', type, formula, number))).toThrow(problem);
    expect((await rig.call('POST', '/sobjects/Opportunity', aDeal())).status).toBe(201);
  });
});
