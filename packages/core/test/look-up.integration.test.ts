import { describe, expect, it } from 'vitest';
import { failureOf } from './build/an-org.ts';
import { openTestOrg } from './org/open-test-org.ts';

describe('customObjects.lookUp', () => {
  it('finds one record by id, name or another field, with typed values, one API call once it is described', async () => {
    const { org, unique } = await openTestOrg({ objects: ['Region__c'] });
    const [Name, Code__c] = [unique("O'Brien"), unique('EMEA')];
    const { id } = await org.customObjects.create('Region__c', { Name, Code__c });
    await org.metadata.describe('Region__c');

    const byId = await org.customObjects.lookUp('Region__c', { Id: id.slice(0, 15) });
    const byName = await org.customObjects.lookUp('Region__c', { Name }, { fields: ['Code__c', 'Nowhere__c'] });
    const none = await org.customObjects.lookUp('Region__c', { Code__c: unique('APAC') });

    expect(byId).toMatchObject({ found: 'one', record: { id, values: { Id: id, Code__c, IsDeleted: false } } });
    expect(byId).toMatchObject({ record: { values: { CreatedDate: expect.stringMatching(/Z$/) } }, apiCalls: 1 });
    expect(byName).toMatchObject({
      found: 'one',
      record: { id, values: { Code__c } },
      hiddenFields: ['Nowhere__c'],
    });
    expect(none).toMatchObject({ found: 'none', hiddenFields: [], apiCalls: 1 });
  });

  it('offers a choice where several records fit', async () => {
    const { org, unique } = await openTestOrg();
    const name = unique('Zoë');
    const ids = [];
    for (const LastName of [name, name.toLowerCase()])
      ids.push((await org.contacts.create({ LastName, Title: 'CEO' })).id);

    const result = await org.customObjects.lookUp('Contact', { LastName: name });

    expect(result).toMatchObject({ found: 'several', candidates: ids.map((id) => ({ id })) });
  });

  it('names every field of a match that cannot be matched by', async () => {
    const { org } = await openTestOrg();

    const failure = await failureOf(org.customObjects.lookUp('Account', { Description: 'x', Nowhere__c: 'y' }));

    expect(failure).toMatchObject({ problems: [{ path: 'match.Description' }, { path: 'match.Nowhere__c' }] });
  });
});
