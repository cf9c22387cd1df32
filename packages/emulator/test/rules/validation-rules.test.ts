import { describe, expect, it } from 'vitest';
import { aDeal, createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { deployFiles } from '../metadata/deploy-files.ts';

interface Rule {
  readonly formula: string;
  readonly message: string;
  readonly field?: string;
  readonly active?: boolean;
}

function ruleXml(name: string, { formula, message, field, active = true }: Rule): string {
  return `<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><active>${active}</active>
    <errorConditionFormula>${formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</errorConditionFormula>
    ${field === undefined ? '' : `<errorDisplayField>${field}</errorDisplayField>`}<errorMessage>${message}</errorMessage></ValidationRule>`;
}

function deployRules(rig: EmulatorRig, rules: Readonly<Record<string, Rule>>, object = 'Opportunity'): void {
  deployFiles(
    rig,
    Object.fromEntries(
      Object.entries(rules).map(([name, rule]) => [
        `objects/${object}/validationRules/${name}.validationRule-meta.xml`,
        ruleXml(name, rule),
      ]),
    ),
  );
}

const amountNeeded: Rule = {
  formula: 'AND(ISPICKVAL(StageName, "Closed Won"), ISBLANK(Amount))',
  message: 'A won deal needs an amount.',
  field: 'Amount',
};

describe('a validation rule', () => {
  it('refuses a record with the administrator’s text and the field it is shown beside', async () => {
    await using rig = await createEmulatorRig();
    deployRules(rig, { Amount_Needed: amountNeeded });

    const refused = await rig.call('POST', '/sobjects/Opportunity', aDeal({ StageName: 'Closed Won' }));
    const id = await rig.create('Opportunity', aDeal({ StageName: 'Closed Won', Amount: 5 }));
    const changed = await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { Amount: null });

    expect(refused.status).toBe(400);
    expect(refused.body).toEqual([
      {
        message: 'A won deal needs an amount.',
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        fields: ['Amount'],
      },
    ]);
    expect([changed.status, changed.body]).toEqual([400, refused.body]);
    expect(rig.emulator.records('Opportunity')).toMatchObject([{ Amount: 5 }]);
  });

  it('reports every rule that is broken, and none that is off', async () => {
    await using rig = await createEmulatorRig();
    deployRules(rig, {
      Amount_Needed: amountNeeded,
      No_Acme: { formula: 'CONTAINS(Name, "Acme")', message: 'Not Acme.' },
      Off: { formula: 'TRUE', message: 'Never.', active: false },
    });

    const single = await rig.call('POST', '/sobjects/Opportunity', aDeal({ StageName: 'Closed Won' }));
    const collection = await rig.call('POST', '/composite/sobjects', {
      records: [{ attributes: { type: 'Opportunity' }, ...aDeal({ StageName: 'Closed Won' }) }],
    });

    expect(single.body).toMatchObject([
      { message: 'A won deal needs an amount.', fields: ['Amount'] },
      { message: 'Not Acme.', fields: [] },
    ]);
    expect(collection.body).toEqual([
      {
        success: false,
        errors: [
          {
            statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            message: 'A won deal needs an amount.',
            fields: ['Amount'],
          },
          { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not Acme.', fields: [] },
        ],
      },
    ]);
  });

  it('looks after required fields and before unique ones, and not at deletes', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'objects/Opportunity/fields/Key__c.field-meta.xml':
        '<CustomField><fullName>Key__c</fullName><label>Key</label><type>Text</type><length>20</length><unique>true</unique><externalId>true</externalId></CustomField>',
    });
    const id = await rig.create('Opportunity', aDeal({ Key__c: 'k', Amount: 1 }));
    deployRules(rig, { Never: { formula: 'Amount <> 1', message: 'One.' } });

    const required = await rig.call('POST', '/sobjects/Opportunity', { Name: 'x', Amount: 2 });
    const unique = await rig.call('POST', '/sobjects/Opportunity', aDeal({ Key__c: 'k', Amount: 2 }));
    const upserted = await rig.call('PATCH', '/sobjects/Opportunity/Key__c/k', { Amount: 2 });
    const deleted = await rig.call('DELETE', `/sobjects/Opportunity/${id}`);

    expect(required.body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING' }]);
    expect(unique.body).toMatchObject([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }]);
    expect(upserted.body).toMatchObject([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }]);
    expect(deleted.status).toBe(204);
  });

  it('sees parents, earlier values, the record type and who writes', async () => {
    await using rig = await createEmulatorRig();
    deployRules(rig, {
      A_Banking: { formula: 'ISPICKVAL(Account.Industry, "Banking")', message: 'No banks.' },
      B_Backwards: { formula: 'PRIORVALUE(Amount) > Amount', message: 'Never less.' },
      C_Not_Admin: { formula: '$Profile.Name <> "System Administrator"', message: 'Administrators only.' },
    });
    const bank = await rig.create('Account', { Name: 'Bank', Industry: 'Banking' });
    const id = await rig.create('Opportunity', aDeal({ Amount: 10 }));

    const less = await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { Amount: 9 });
    const more = await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { Amount: 11 });
    const banked = await rig.call('PATCH', `/sobjects/Opportunity/${id}`, { AccountId: bank });

    expect(less.body).toMatchObject([{ message: 'Never less.' }]);
    expect(more.status).toBe(204);
    expect(banked.body).toMatchObject([{ message: 'No banks.' }]);
  });

  it('is replaced by a later one of the same name', async () => {
    await using rig = await createEmulatorRig();
    deployRules(rig, { R: { formula: 'TRUE', message: 'One.' } });
    deployRules(rig, { R: { formula: 'LEN(Name) > 3', message: 'Two.' } });

    const long = await rig.call('POST', '/sobjects/Opportunity', aDeal());
    const short = await rig.call('POST', '/sobjects/Opportunity', aDeal({ Name: 'abc' }));

    expect(long.body).toMatchObject([{ message: 'Two.' }]);
    expect(short.status).toBe(201);
  });

  it.each([
    ['a function that is not emulated', 'VLOOKUP(Name, Name, "x") = "y"', 'VLOOKUP'],
    ['a field that is not there', 'ISBLANK(Nothing__c)', 'Field Nothing__c does not exist'],
    ['a formula that is no condition', 'Amount + 1', 'incompatible with expected data type (true or false)'],
  ])('is refused when it is deployed with %s', async (_, formula, problem) => {
    await using rig = await createEmulatorRig();

    expect(() => deployRules(rig, { R: { formula, message: 'x', active: false } })).toThrow(problem);
    expect((await rig.call('POST', '/sobjects/Opportunity', aDeal())).status).toBe(201);
  });
});
