import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { base64, createEmulatorRig } from './emulator-rig.ts';

describe('an enhanced note', () => {
  it('is a document with a version and a link of its owner', async () => {
    await using rig = await createEmulatorRig();

    const id = await rig.create('ContentNote', { Title: 'Call summary', Content: base64('<p>Hello <b>you</b></p>') });

    expect(id).toMatch(/^069/);
    expect(rig.emulator.records('ContentNote')).toMatchObject([
      { Id: id, FileType: 'SNOTE', TextPreview: 'Hello you', SharingPrivacy: 'N', IsReadOnly: false },
    ]);
    expect(rig.emulator.records('ContentDocument')).toMatchObject([
      { Id: id, Title: 'Call summary', FileType: 'SNOTE' },
    ]);
    expect(rig.emulator.records('ContentVersion')).toMatchObject([
      {
        ContentDocumentId: id,
        VersionNumber: '1',
        IsLatest: true,
        Checksum: createHash('md5').update('<p>Hello <b>you</b></p>').digest('hex'),
      },
    ]);
    expect(rig.emulator.records('ContentDocumentLink')).toMatchObject([
      { ContentDocumentId: id, LinkedEntityId: rig.emulator.admin.userId, ShareType: 'I' },
    ]);
  });

  it('gets a new version when its content changes, and none when only its title does', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>one</p>') });

    await rig.call('PATCH', `/sobjects/ContentNote/${id}`, { Content: base64('<p>two</p>') });
    const { status } = await rig.call('PATCH', `/sobjects/ContentNote/${id}`, { Title: 'Second call' });

    expect(status).toBe(204);
    expect(rig.emulator.records('ContentVersion')).toMatchObject([
      { VersionNumber: '1', IsLatest: false, Title: 'Call' },
      { VersionNumber: '2', IsLatest: true, Title: 'Second call' },
    ]);
    const [first, second] = rig.emulator.records('ContentVersion');
    expect(rig.emulator.records('ContentDocument')).toMatchObject([
      { Title: 'Second call', LatestPublishedVersionId: second?.['Id'] },
    ]);
    expect(first?.['Id']).not.toBe(second?.['Id']);
    expect((await rig.call('GET', `/sobjects/ContentNote/${id}/Content`)).body).toBe('<p>two</p>');
    expect(rig.emulator.count('ContentDocumentLink')).toBe(1);
  });

  it('is refused with HTML that a note may not hold, and nothing is written', async () => {
    await using rig = await createEmulatorRig();

    const { status, body } = await rig.call('POST', '/sobjects/ContentNote', {
      Title: 'Call',
      Content: base64('<p>it&apos;s</p>'),
    });

    expect(status).toBe(400);
    expect(body).toMatchObject([
      {
        message:
          "Note can't be saved because it contains HTML tags or unescaped characters that are not allowed in a Note.",
      },
    ]);
    expect(rig.emulator.count('ContentDocument')).toBe(0);
  });

  it('needs a title', async () => {
    await using rig = await createEmulatorRig();

    const { body } = await rig.call('POST', '/sobjects/ContentNote', { Title: '', Content: base64('<p>x</p>') });

    expect(body).toMatchObject([{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Title'] }]);
  });

  it('goes with its document, with its versions and links', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>x</p>') });

    const { status } = await rig.call('DELETE', `/sobjects/ContentDocument/${id}`);

    expect(status).toBe(204);
    for (const object of ['ContentNote', 'ContentDocument', 'ContentVersion', 'ContentDocumentLink']) {
      expect(rig.emulator.count(object)).toBe(0);
    }
  });

  it('takes its document along when it is deleted by itself', async () => {
    await using rig = await createEmulatorRig();
    const id = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>x</p>') });

    await rig.call('DELETE', `/sobjects/ContentNote/${id}`);

    expect(rig.emulator.count('ContentDocument')).toBe(0);
    expect(rig.emulator.count('ContentVersion')).toBe(0);
  });
});

describe('a .snote version', () => {
  it('is an enhanced note, linked to its record in the same step', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });

    const version = await rig.create('ContentVersion', {
      Title: 'Call summary',
      PathOnClient: 'Call summary.snote',
      VersionData: base64('<p>x</p>'),
      FirstPublishLocationId: account,
    });

    expect(version).toMatch(/^068/);
    expect(rig.emulator.records('ContentNote')).toMatchObject([
      { Title: 'Call summary', LatestPublishedVersionId: version },
    ]);
    expect(rig.emulator.records('ContentDocumentLink').map((link) => link['LinkedEntityId'])).toContain(account);
  });

  it('is held to the same rules of HTML', async () => {
    await using rig = await createEmulatorRig();

    const { body } = await rig.call('POST', '/sobjects/ContentVersion', {
      PathOnClient: 'Call.snote',
      VersionData: base64('<p>&apos;</p>'),
    });

    expect(body).toMatchObject([
      { message: expect.stringContaining("Note can't be saved") as string, fields: ['VersionData'] },
    ]);
  });

  it('is the next version of the note that it names', async () => {
    await using rig = await createEmulatorRig();
    const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>one</p>') });

    await rig.create('ContentVersion', {
      PathOnClient: 'Call.snote',
      VersionData: base64('<p>two</p>'),
      ContentDocumentId: note,
    });

    expect((await rig.call('GET', `/sobjects/ContentNote/${note}/Content`)).body).toBe('<p>two</p>');
  });

  it('never changes its bytes', async () => {
    await using rig = await createEmulatorRig();
    const version = await rig.create('ContentVersion', { PathOnClient: 'a.txt', VersionData: base64('x') });

    const { status } = await rig.call('PATCH', `/sobjects/ContentVersion/${version}`, { VersionData: base64('y') });

    expect(status).toBe(501);
  });
});

describe('a link', () => {
  it('leads from one document to one record once', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>x</p>') });
    const link = { ContentDocumentId: note, LinkedEntityId: account, ShareType: 'V', Visibility: 'AllUsers' };

    await rig.create('ContentDocumentLink', link);
    const again = await rig.call('POST', '/sobjects/ContentDocumentLink', link);

    expect(again.status).toBe(400);
    expect(again.body).toMatchObject([{ errorCode: 'DUPLICATE_VALUE' }]);
  });

  it('cannot be for internal users only where there is no site', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>x</p>') });

    const link = { ContentDocumentId: note, LinkedEntityId: account };

    const created = await rig.call('POST', '/sobjects/ContentDocumentLink', { ...link, Visibility: 'InternalUsers' });
    const id = await rig.create('ContentDocumentLink', link);
    const updated = await rig.call('PATCH', `/sobjects/ContentDocumentLink/${id}`, { Visibility: 'InternalUsers' });

    const refusal = [{ message: 'Visibility InternalUsers is not permitted for this linked record.' }];
    expect(created.body).toMatchObject(refusal);
    expect(updated.body).toMatchObject(refusal);
  });

  it('keeps its visibility in versions of the API before 43', async () => {
    await using rig = await createEmulatorRig();
    const account = await rig.create('Account', { Name: 'Acme' });
    const note = await rig.create('ContentNote', { Title: 'Call', Content: base64('<p>x</p>') });
    const id = await rig.create('ContentDocumentLink', { ContentDocumentId: note, LinkedEntityId: account });
    const change = (version: number) =>
      rig.call('PATCH', `/services/data/v${version}.0/sobjects/ContentDocumentLink/${id}`, { Visibility: 'AllUsers' });

    expect((await change(42)).body).toMatchObject([
      { errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Visibility'] },
    ]);
    expect((await change(43)).status).toBe(204);
  });
});
