import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';
import { layoutXml } from '../../layouts/layout-files.ts';
import { deployFiles } from '../../metadata/deploy-files.ts';

const deal = layoutXml({
  'Deal Information': [
    ['!Name', '!AccountId', '~Amount'],
    ['CloseDate', '-', 'Probability'],
  ],
  'System Information': [['~CreatedById'], ['~LastModifiedById']],
});

interface Item {
  readonly required: boolean;
  readonly editableForNew: boolean;
  readonly uiBehavior: string | null;
  readonly layoutComponents: readonly { readonly apiName: string | null }[];
}

function itemsOf(body: unknown): readonly (readonly [string | null, boolean, boolean, string | null])[] {
  const { sections } = body as { sections: { layoutRows: { layoutItems: Item[] }[] }[] };
  const items = sections.flatMap(({ layoutRows }) => layoutRows.flatMap(({ layoutItems }) => layoutItems));
  return items.map((item) => [
    item.layoutComponents[0]?.apiName ?? null,
    item.required,
    item.editableForNew,
    item.uiBehavior,
  ]);
}

describe('GET /ui-api/layout/{object}', () => {
  it('shows what an administrator made, and which fields the page asks for', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, { 'layouts/Opportunity-Opportunity Layout.layout-meta.xml': deal });

    const { status, body } = await rig.call('GET', '/ui-api/layout/Opportunity?mode=Create');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^00h\w{15}$/),
      layoutType: 'Full',
      mode: 'Create',
      objectApiName: 'Opportunity',
      recordTypeId: '012000000000000AAA',
      saveOptions: [],
      sections: [{ columns: 2, heading: 'Deal Information', rows: 3, tabOrder: 'TopDown', useHeading: true }],
    });
    expect(itemsOf(body)).toEqual([
      ['Name', true, true, 'Required'],
      ['CloseDate', true, true, 'Edit'],
      ['AccountId', true, true, 'Required'],
      [null, false, false, null],
      ['Amount', false, false, 'Readonly'],
      ['Probability', false, true, 'Edit'],
    ]);
  });

  it('shows who made a record only once it is there', async () => {
    await using rig = await createEmulatorRig();

    const create = await rig.call('GET', '/ui-api/layout/Account?mode=Create');
    const view = await rig.call('GET', '/ui-api/layout/Account');

    const headings = ({ body }: { body: unknown }): string[] =>
      (body as { sections: { heading: string }[] }).sections.map(({ heading }) => heading);
    expect(headings(create)).toEqual(['Account Information', 'Address Information', 'Description Information']);
    expect(headings(view)).toEqual([...headings(create), 'System Information']);
  });

  it('is the same layout each time, and another one for another object', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    const idOf = async (object: string): Promise<unknown> =>
      ((await rig.call('GET', `/ui-api/layout/${object}`)).body as { id: unknown }).id;

    const [first, again, other] = [await idOf('Region__c'), await idOf('Region__c'), await idOf('Account')];

    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('asks nothing of the API, which goes past layouts', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, { 'layouts/Opportunity-Opportunity Layout.layout-meta.xml': deal });

    const { status } = await rig.call('POST', '/sobjects/Opportunity', {
      Name: 'No account',
      StageName: 'Qualification',
      CloseDate: '2026-12-31',
      Amount: 5,
    });

    expect(status).toBe(201);
  });

  it.each(['layoutType=Compact', 'mode=Other'])('does not know %s', async (query) => {
    await using rig = await createEmulatorRig();

    expect((await rig.call('GET', `/ui-api/layout/Account?${query}`)).status).toBe(501);
  });

  it('is refused at its deployment with a custom field that is not there', async () => {
    await using rig = await createEmulatorRig();
    const file = 'layouts/Account-Account Layout.layout-meta.xml';

    expect(() => deployFiles(rig, { [file]: layoutXml({ X: [['Nothing__c']] }) })).toThrow('no field Nothing__c');
  });
});
