import { describe, expect, it } from 'vitest';
import { createEmulatorRig, salesMetadata } from '../../emulator-rig.ts';
import { layoutXml } from '../../layouts/layout-files.ts';
import { deployFiles } from '../../metadata/deploy-files.ts';

describe('GET /sobjects/{object}/describe/layouts', () => {
  it('describes the layout with all that is known of its fields', async () => {
    await using rig = await createEmulatorRig();
    deployFiles(rig, {
      'layouts/Account-Account Layout.layout-meta.xml': layoutXml({
        Main: [
          ['!Name', 'BillingAddress'],
          ['~Phone', '-'],
        ],
      }),
    });

    const { status, body } = await rig.call('GET', '/sobjects/Account/describe/layouts');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      layouts: [
        {
          id: expect.stringMatching(/^00h/),
          editLayoutSections: [
            {
              heading: 'Main',
              columns: 2,
              rows: 2,
              tabOrder: 'TopToBottom',
              layoutRows: [
                {
                  numItems: 2,
                  layoutItems: [
                    {
                      label: 'Account Name',
                      required: true,
                      placeholder: false,
                      layoutComponents: [{ type: 'Field', value: 'Name', details: { name: 'Name', type: 'string' } }],
                    },
                    { label: 'Phone', required: false, editableForNew: false },
                  ],
                },
                {
                  layoutItems: [
                    {
                      layoutComponents: [
                        { value: 'BillingAddress', components: [{ value: 'BillingStreet' }, {}, {}, {}, {}] },
                      ],
                    },
                    { placeholder: true, layoutComponents: [{ type: 'EmptySpace', value: null }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
      recordTypeMappings: [{ master: true, recordTypeId: '012000000000000AAA', picklistsForRecordType: null }],
      recordTypeSelectorRequired: [false],
    });
  });

  it('leaves the layouts to the record types where there is more than one', async () => {
    await using rig = await createEmulatorRig({ install: [salesMetadata] });
    deployFiles(rig, {
      'objects/Opportunity/recordTypes/Renewal.recordType-meta.xml':
        '<RecordType><fullName>Renewal</fullName><active>true</active><businessProcess>Enterprise Sales</businessProcess><label>Renewal</label></RecordType>',
    });

    const { body } = await rig.call('GET', '/sobjects/Opportunity/describe/layouts');

    const { layouts, recordTypeMappings } = body as { layouts: null; recordTypeMappings: { name: string }[] };
    expect(layouts).toBeNull();
    expect(recordTypeMappings.map(({ name }) => name)).toEqual([
      'Enterprise Deal',
      'Renewal',
      'Retired Deal',
      'Master',
    ]);
    expect(recordTypeMappings[0]).toMatchObject({
      picklistsForRecordType: expect.arrayContaining([
        expect.objectContaining({
          picklistName: 'Type',
          picklistValues: [expect.objectContaining({ value: 'New Customer' })],
        }),
      ]),
    });
  });
});
