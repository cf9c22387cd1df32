import { describe, expect, it } from 'vitest';
import { anOrg, failureOf } from './build/an-org.ts';

describe('customObjects.lookUp', () => {
  it('finds one record by id, name or another field, with typed values, one API call once it is described', async () => {
    const { org } = await anOrg();
    const { id } = await org.customObjects.create('Region__c', { Name: "O'Brien", Code__c: 'EMEA' });
    await org.metadata.describe('Region__c');

    const byId = await org.customObjects.lookUp('Region__c', { Id: id.slice(0, 15) });
    const byName = await org.customObjects.lookUp(
      'Region__c',
      { Name: "O'Brien" },
      { fields: ['Code__c', 'Nowhere__c'] },
    );
    const none = await org.customObjects.lookUp('Region__c', { Code__c: 'APAC' });

    expect(byId).toMatchObject({ found: 'one', record: { id, values: { Id: id, Code__c: 'EMEA', IsDeleted: false } } });
    expect(byId).toMatchObject({ record: { values: { CreatedDate: expect.stringMatching(/Z$/) } }, apiCalls: 1 });
    expect(byName).toMatchObject({
      found: 'one',
      record: { id, values: { Code__c: 'EMEA' } },
      hiddenFields: ['Nowhere__c'],
    });
    expect(none).toMatchObject({ found: 'none', hiddenFields: [], apiCalls: 1 });
  });

  it('offers a choice where several records fit', async () => {
    const { org } = await anOrg();
    const ids = [];
    for (const LastName of ['Zoë', 'zoë']) ids.push((await org.contacts.create({ LastName, Title: 'CEO' })).id);

    const result = await org.customObjects.lookUp('Contact', { LastName: 'Zoë' });

    expect(result).toMatchObject({ found: 'several', candidates: ids.map((id) => ({ id })) });
  });

  it('names every field of a match that cannot be matched by', async () => {
    const { org } = await anOrg();

    const failure = await failureOf(org.customObjects.lookUp('Account', { Description: 'x', Nowhere__c: 'y' }));

    expect(failure).toMatchObject({ problems: [{ path: 'match.Description' }, { path: 'match.Nowhere__c' }] });
  });
});
