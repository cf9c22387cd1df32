import { describe, expect, it } from 'vitest';
import { createQueryRig } from './query-rig.ts';

function linkedNote() {
  const rig = createQueryRig();
  const account = rig.insert('Account', { Name: 'Acme' });
  const note = rig.insert('ContentDocument', { Title: 'Call', FileType: 'SNOTE' });
  rig.insert('ContentDocumentLink', { ContentDocumentId: note, LinkedEntityId: account, ShareType: 'V' });
  return { rig, account, note };
}

const NEEDS_FILTER =
  "Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or LinkedEntityId using the equals operator or multiple Id's using the IN operator.";
const NEEDS_LINKED_ENTITY =
  'Implementation restriction: filtering on non-id fields is only permitted when filtering by ContentDocumentLink.LinkedEntityId using the equals operator.';

describe('ContentDocumentLink', () => {
  it('finds the notes of a record', () => {
    const { rig, account } = linkedNote();

    const { records } = rig.query(
      `SELECT ContentDocumentId, ContentDocument.Title FROM ContentDocumentLink WHERE LinkedEntityId = '${account}' AND ContentDocument.FileType = 'SNOTE'`,
    );

    expect(records).toMatchObject([{ ContentDocument: { Title: 'Call' } }]);
  });

  it('finds the links of documents', () => {
    const { rig, note } = linkedNote();

    expect(rig.query(`SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId IN ('${note}')`).totalSize).toBe(1);
    expect(rig.query(`SELECT COUNT() FROM ContentDocumentLink l WHERE l.ContentDocumentId = '${note}'`).totalSize).toBe(
      1,
    );
    expect(rig.query('SELECT (SELECT Id FROM ContentDocumentLinks) FROM ContentDocument').records).toMatchObject([
      { ContentDocumentLinks: { totalSize: 1 } },
    ]);
  });

  it.each([
    '',
    " WHERE ShareType = 'V'",
    " WHERE ContentDocumentId != '069000000000001'",
    " WHERE LinkedEntityId = '001000000000001' OR ShareType = 'V'",
  ])('wants a filter by document or record:%s', (where) => {
    expect(linkedNote().rig.refusal(`SELECT Id FROM ContentDocumentLink${where}`)).toEqual({
      code: 'MALFORMED_QUERY',
      message: NEEDS_FILTER,
    });
  });

  it('filters by other fields only below one record', () => {
    const { rig, note } = linkedNote();

    expect(
      rig.refusal(
        `SELECT Id FROM ContentDocumentLink WHERE ContentDocumentId = '${note}' AND ContentDocument.FileType = 'SNOTE'`,
      ),
    ).toEqual({
      code: 'MALFORMED_QUERY',
      message: NEEDS_LINKED_ENTITY,
    });
  });
});
