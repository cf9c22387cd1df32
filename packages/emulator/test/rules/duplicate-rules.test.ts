import { describe, expect, it } from 'vitest';
import { createEmulatorRig, type EmulatorRig } from '../emulator-rig.ts';
import { deployFiles } from '../metadata/deploy-files.ts';

const TEXT = "You're creating a duplicate record. We recommend you use an existing record instead.";

interface Item {
  readonly field: string;
  readonly method?: string;
  readonly blanks?: boolean;
}

function matchingRulesXml(name: string, items: readonly Item[], logic = ''): string {
  return `<MatchingRules xmlns="http://soap.sforce.com/2006/04/metadata"><matchingRules><fullName>${name}</fullName>
    ${logic === '' ? '' : `<booleanFilter>${logic}</booleanFilter>`}<label>${name}</label>${items
      .map(
        ({ field, method = 'Exact', blanks = false }) =>
          `<matchingRuleItems><blankValueBehavior>${blanks ? 'MatchBlanks' : 'NullNotAllowed'}</blankValueBehavior><fieldName>${field}</fieldName><matchingMethod>${method}</matchingMethod></matchingRuleItems>`,
      )
      .join('')}<ruleStatus>Active</ruleStatus></matchingRules></MatchingRules>`;
}

interface Rule {
  readonly action?: 'Allow' | 'Block';
  readonly operations?: readonly string[];
  readonly matchingRule?: string;
  readonly active?: boolean;
}

function duplicateRuleXml({
  action = 'Allow',
  operations = ['Alert', 'Report'],
  matchingRule = 'Contact_MR',
  active = true,
}: Rule): string {
  return `<DuplicateRule xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <actionOnInsert>${action}</actionOnInsert><actionOnUpdate>${action}</actionOnUpdate><alertText>${TEXT}</alertText>
    <duplicateRuleFilter xsi:nil="true"/><duplicateRuleMatchRules><matchRuleSObjectType>Contact</matchRuleSObjectType>
    <matchingRule>${matchingRule}</matchingRule><objectMapping xsi:nil="true"/></duplicateRuleMatchRules>
    <isActive>${active}</isActive><masterLabel>Contacts</masterLabel>${operations
      .map((one) => `<operationsOnInsert>${one}</operationsOnInsert><operationsOnUpdate>${one}</operationsOnUpdate>`)
      .join('')}<securityOption>EnforceSharingRules</securityOption><sortOrder>1</sortOrder></DuplicateRule>`;
}

function deployRule(
  rig: EmulatorRig,
  rule: Rule = {},
  items: readonly Item[] = [{ field: 'Email' }],
  logic?: string,
): void {
  deployFiles(rig, {
    'matchingRules/Contact.matchingRule-meta.xml': matchingRulesXml('Contact_MR', items, logic),
    'duplicateRules/Contact.Contacts_DR.duplicateRule-meta.xml': duplicateRuleXml(rule),
  });
}

const ada = { LastName: 'Lovelace', Email: 'ada@example.com' };

describe('a duplicate rule', () => {
  it('stops a duplicate with the recorded body', async () => {
    await using rig = await createEmulatorRig();
    deployRule(rig);
    const id = await rig.create('Contact', ada);

    const { status, body } = await rig.call('POST', '/sobjects/Contact', { ...ada, Email: 'ADA@example.com' });

    expect(status).toBe(400);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify([
        {
          duplicateResut: {
            allowSave: true,
            duplicateRule: 'Contacts_DR',
            duplicateRuleEntityType: 'Contact',
            errorMessage: TEXT,
            matchResults: [
              {
                entityType: 'Contact',
                errors: [],
                matchEngine: 'ExactMatchEngine',
                matchRecords: [
                  {
                    additionalInformation: [],
                    fieldDiffs: [],
                    matchConfidence: 100,
                    record: {
                      attributes: { type: 'Contact', url: `/services/data/v66.0/sobjects/Contact/${id}` },
                      Id: id,
                    },
                  },
                ],
                rule: 'Contact_MR',
                size: 1,
                success: true,
              },
            ],
          },
          errorCode: 'DUPLICATES_DETECTED',
          message: TEXT,
        },
      ]),
    );
  });

  it('says no more than its text in a collection, where it is one error among the results', async () => {
    await using rig = await createEmulatorRig();
    deployRule(rig);

    const { body } = await rig.call('POST', '/composite/sobjects', {
      records: [ada, ada].map((contact) => ({ attributes: { type: 'Contact' }, ...contact })),
    });

    expect(body).toEqual([
      { id: expect.any(String), success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'DUPLICATES_DETECTED', message: TEXT, fields: [] }] },
    ]);
  });

  it('lets a client insist that only warns, and not one that blocks', async () => {
    await using rig = await createEmulatorRig();
    const insist = {
      'Sforce-Duplicate-Rule-Header': 'allowSave=true; includeRecordDetails=false; runAsCurrentUser=true',
    };
    deployRule(rig);
    await rig.create('Contact', ada);

    const warned = await rig.call('POST', '/sobjects/Contact', ada, insist);
    deployRule(rig, { action: 'Block', operations: [] });
    const blocked = await rig.call('POST', '/sobjects/Contact', ada, insist);

    expect(warned.status).toBe(201);
    expect(blocked.body).toMatchObject([
      { duplicateResut: { allowSave: false, matchResults: [{ size: 2 }] }, errorCode: 'DUPLICATES_DETECTED' },
    ]);
  });

  it('says nothing where it only reports, or is off', async () => {
    await using rig = await createEmulatorRig();
    await rig.create('Contact', ada);

    deployRule(rig, { operations: ['Report'] });
    const reported = await rig.call('POST', '/sobjects/Contact', ada);
    deployRule(rig, { active: false });
    const off = await rig.call('POST', '/sobjects/Contact', ada);

    expect([reported.status, off.status]).toEqual([201, 201]);
  });

  it('looks at a changed record only when what it compares has changed', async () => {
    await using rig = await createEmulatorRig();
    await rig.create('Contact', ada);
    const twin = await rig.create('Contact', ada);
    const other = await rig.create('Contact', { LastName: 'Byron' });
    deployRule(rig);

    const elsewhere = await rig.call('PATCH', `/sobjects/Contact/${twin}`, { Phone: '1', Email: ada.Email });
    const same = await rig.call('PATCH', `/sobjects/Contact/${other}`, { Email: ada.Email });

    expect(elsewhere.status).toBe(204);
    expect(same.body).toMatchObject([{ errorCode: 'DUPLICATES_DETECTED' }]);
  });

  it('combines what it compares as its logic says, and leaves blanks and deleted records alone', async () => {
    await using rig = await createEmulatorRig();
    deployRule(rig, {}, [{ field: 'LastName' }, { field: 'Email' }, { field: 'Phone' }], '1 AND (2 OR 3)');
    const id = await rig.create('Contact', { ...ada, Phone: '1' });
    const post = async (contact: object): Promise<number> =>
      (await rig.call('POST', '/sobjects/Contact', contact)).status;

    const statuses = [
      await post({ ...ada, LastName: 'Byron' }),
      await post({ LastName: 'Lovelace' }),
      await post({ LastName: 'Lovelace', Phone: '1' }),
    ];
    await rig.call('DELETE', `/sobjects/Contact/${id}`);

    expect(statuses).toEqual([201, 201, 400]);
    expect(await post({ LastName: 'Lovelace', Phone: '1' })).toBe(201);
  });

  it('looks after validation rules', async () => {
    await using rig = await createEmulatorRig();
    deployRule(rig);
    await rig.create('Contact', ada);
    deployFiles(rig, {
      'objects/Contact/validationRules/R.validationRule-meta.xml':
        '<ValidationRule><fullName>R</fullName><active>true</active><errorConditionFormula>TRUE</errorConditionFormula><errorMessage>No.</errorMessage></ValidationRule>',
    });

    const { body } = await rig.call('POST', '/sobjects/Contact', ada);

    expect(body).toMatchObject([{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }]);
  });

  it.each([
    ['a fuzzy method', {}, [{ field: 'FirstName', method: 'FirstName' }], 'the matching method FirstName'],
    [
      'a standard matching rule',
      { matchingRule: 'Standard_Contact_Match_Rule_v1_1' },
      [{ field: 'Email' }],
      'matches fuzzily',
    ],
    [
      'a matching rule that is not there',
      { matchingRule: 'Nothing' },
      [{ field: 'Email' }],
      'no matching rule Nothing',
    ],
    ['a field that is not there', {}, [{ field: 'Nothing__c' }], 'Contact has no field Nothing__c'],
  ])('is refused with %s, unless it is off', async (_, rule: Rule, items: readonly Item[], problem) => {
    await using rig = await createEmulatorRig();

    expect(() => deployRule(rig, rule, items)).toThrow(problem);
    deployRule(rig, { ...rule, active: false }, items);
    expect((await rig.call('POST', '/sobjects/Contact', ada)).status).toBe(201);
  });

  it('does not know which details of a record Salesforce shows', async () => {
    await using rig = await createEmulatorRig();
    deployRule(rig);
    await rig.create('Contact', ada);

    const { status } = await rig.call('POST', '/sobjects/Contact', ada, {
      'Sforce-Duplicate-Rule-Header': 'includeRecordDetails=true',
    });

    expect(status).toBe(501);
  });
});
