import { describe, expect, it } from 'vitest';
import { RecordChangedError } from '../src/index.ts';
import { aUser } from './build/a-user.ts';
import { allPages } from './build/all-pages.ts';
import { anOrg, failureOf, type TestOrg } from './build/an-org.ts';

/** An account, a contact and a deal, and a note on the account and the deal. */
async function aNote({ org, emulator }: TestOrg) {
  const account = await org.accounts.create({ Name: 'Acme' });
  const contact = await org.contacts.create({ LastName: 'Zoë' });
  const deal = await org.deals.create({ Name: 'Renewal', StageName: 'Prospecting', CloseDate: '2026-12-31' });
  const { id } = await org.notes.create({
    title: 'Kick-off',
    body: { markdown: 'They said **yes**.\n\n- on *Monday*' },
    links: [account.id, deal.id],
  });
  emulator.clearRequests();
  return { id, account: account.id, contact: contact.id, deal: deal.id };
}

describe('notes.of', () => {
  it('gives the notes of a record with how they are linked, in one API call', async () => {
    const testOrg = await anOrg();
    const { id, account } = await aNote(testOrg);

    const notes = await testOrg.org.notes.of(account.slice(0, 15));

    expect(testOrg.emulator.apiCalls()).toBe(1);
    expect(notes).toMatchObject({ complete: true, apiCalls: 1 });
    expect(notes.items).toEqual([
      {
        id,
        title: 'Kick-off',
        preview: expect.stringMatching(/^They said yes/),
        createdAt: expect.stringMatching(/Z$/),
        lastModifiedAt: expect.stringMatching(/Z$/),
        author: { id: expect.stringMatching(/^005/), object: 'User', name: 'Emulated Admin' },
        link: { id: expect.stringMatching(/^06A/), shareType: 'V', visibility: 'AllUsers' },
      },
    ]);
  });

  it('gives what is beyond the limit when it is asked for', async () => {
    const testOrg = await anOrg();
    const { id, account } = await aNote(testOrg);
    const later = await testOrg.org.notes.create({ title: 'Later', body: { text: 'x' }, links: [account] });

    const notes = await testOrg.org.notes.of(account, { limit: 1 });
    const others = await allPages(notes.more());

    expect(notes.complete).toBe(false);
    expect(others).toMatchObject([{ apiCalls: 1 }]);
    const ids = [...notes.items, ...others.flatMap(({ records }) => records)].map((note) => note.id);
    expect(ids.toSorted()).toEqual([id, later.id].toSorted());
  });

  it('has none for a record without notes, and refuses what is no id', async () => {
    const { org } = await anOrg();
    const { id } = await org.accounts.create({ Name: 'Acme' });

    expect((await org.notes.of(id)).items).toEqual([]);
    expect(await failureOf(org.notes.of('Acme', { limit: 300 }))).toMatchObject({
      code: 'SALESFORCE_RECORD_INVALID',
      problems: [{ path: 'recordId' }, { path: 'limit' }],
    });
  });
});

describe('notes.read', () => {
  it('gives the text in every form, the linked records, versions and author in two API calls', async () => {
    const testOrg = await anOrg();
    const { id, account, deal } = await aNote(testOrg);

    const note = await testOrg.org.notes.read(id);

    expect(testOrg.emulator.apiCalls()).toBe(2);
    expect(note).toMatchObject({
      id,
      title: 'Kick-off',
      html: '<p>They said <b>yes</b>.</p><ul><li>on <i>Monday</i></li></ul>',
      markdown: 'They said **yes**.\n\n- on _Monday_',
      text: 'They said yes.\n\n- on Monday',
      removed: [],
      author: { name: 'Emulated Admin' },
      lastModifiedBy: { name: 'Emulated Admin' },
      versionNumber: 1,
      apiCalls: 2,
    });
    expect(note.links.items.map(({ record, isVisible, shareType }) => [record, isVisible, shareType])).toEqual([
      [{ id: expect.stringMatching(/^005/), object: 'User', name: 'Emulated Admin' }, true, 'I'],
      [{ id: account, object: 'Account', name: 'Acme' }, true, 'V'],
      [{ id: deal, object: 'Opportunity', name: 'Renewal' }, true, 'V'],
    ]);
    expect(note.versions.items).toEqual([
      {
        id: note.versionId,
        number: 1,
        createdAt: note.createdAt,
        author: note.author,
        bytes: Buffer.byteLength(note.storedHtml),
      },
    ]);
  });

  it('says which linked records the user may not see', async () => {
    const testOrg = await anOrg();
    const { id, deal } = await aNote(testOrg);
    const user = await aUser(testOrg, { without: ['Opportunity'] });

    const { links } = await user.notes.read(id);

    expect(links.items.filter(({ isVisible }) => !isVisible).map(({ record }) => record)).toEqual([
      { id: deal, object: undefined, name: null },
    ]);
  });

  it('gives links and versions beyond the limits when they are asked for', async () => {
    const testOrg = await anOrg();
    const { org } = testOrg;
    const { id } = await aNote(testOrg);
    await org.notes.update(id, { body: { text: 'two' } }, { read: await org.notes.read(id) });

    const note = await org.notes.read(id, { links: 1, versions: 1 });
    const links = await allPages(note.links.more());
    const versions = await allPages(note.versions.more());

    expect(note.versions.items.map(({ number }) => number)).toEqual([2]);
    expect(versions.flatMap(({ records }) => records).map(({ number }) => number)).toEqual([1]);
    expect([...note.links.items, ...links.flatMap(({ records }) => records)]).toHaveLength(3);
  });

  it('refuses the id of another object, and says that a note is not there', async () => {
    const testOrg = await anOrg();
    const { id } = await aNote(testOrg);
    await testOrg.org.notes.delete(id);

    expect(await failureOf(testOrg.org.notes.read('001B000001LntWlIAJ'))).toMatchObject({ problems: [{ path: 'id' }] });
    expect(await failureOf(testOrg.org.notes.read(id))).toMatchObject({ code: 'SALESFORCE_RECORD_NOT_FOUND' });
  });
});

describe('notes.update', () => {
  it('makes a new version in one API call', async () => {
    const testOrg = await anOrg();
    const { org, emulator } = testOrg;
    const { id } = await aNote(testOrg);
    const read = await org.notes.read(id);
    emulator.clearRequests();

    const updated = await org.notes.update(
      id,
      { title: 'After', body: { html: '<h1>No</h1><p>\u0007</p>' } },
      { read, notAllowed: 'remove' },
    );

    expect(emulator.apiCalls()).toBe(1);
    expect(updated).toMatchObject({
      id,
      outcome: 'updated',
      versionNumber: 2,
      removed: [{ name: 'h1' }, { name: 'U+0007' }],
      apiCalls: 1,
    });
    const after = await org.notes.read(id);
    expect(after).toMatchObject({ title: 'After', html: '<p><b>No</b></p>', versionId: updated.versionId });
    expect(after.versions.items.map(({ number }) => number)).toEqual([2, 1]);
  });

  it('goes on from the state that the last update answered', async () => {
    const testOrg = await anOrg();
    const { org } = testOrg;
    const { id } = await aNote(testOrg);

    const once = await org.notes.update(id, { body: { text: 'one' } }, { read: await org.notes.read(id) });
    const twice = await org.notes.update(id, { body: { text: 'two' } }, { read: once });

    expect(twice.versionNumber).toBe(3);
  });

  it('writes nothing where somebody else has changed it, and says who and when', async () => {
    const testOrg = await anOrg();
    const { org } = testOrg;
    const { id } = await aNote(testOrg);
    const read = await org.notes.read(id);
    const other = await aUser(testOrg);
    await other.notes.update(id, { body: { text: 'theirs' } }, { read });
    testOrg.emulator.clearRequests();

    const error = await failureOf(org.notes.update(id, { body: { text: 'mine' } }, { read }));

    expect(testOrg.emulator.apiCalls()).toBe(1);
    expect(error).toBeInstanceOf(RecordChangedError);
    const now = await org.notes.read(id);
    expect(error).toMatchObject({
      code: 'RECORD_CHANGED',
      outcome: 'notApplied',
      recordId: id,
      changedBy: now.lastModifiedBy && { id: now.lastModifiedBy.id, name: now.lastModifiedBy.name },
      changedAt: now.lastModifiedAt,
    });
    expect(now).toMatchObject({ text: 'theirs', versionNumber: 2 });
  });

  it('sees that somebody changed only the title', async () => {
    const testOrg = await anOrg();
    const { org, emulator } = testOrg;
    const { id } = await aNote(testOrg);
    const read = await org.notes.read(id);
    emulator.time.advance(2_000);
    await org.notes.update(id, { title: 'Theirs' }, { read });

    const error = await failureOf(org.notes.update(id, { title: 'Mine' }, { read }));

    expect(error).toMatchObject({ code: 'RECORD_CHANGED' });
    expect((await org.notes.read(id)).title).toBe('Theirs');
  });

  it('can be sent again after its answer was lost', async () => {
    const testOrg = await anOrg();
    const { org, emulator } = testOrg;
    const { id } = await aNote(testOrg);
    const read = await org.notes.read(id);
    emulator.faults.dropAnswerAfterCommit({ path: /composite$/ });
    expect(await failureOf(org.notes.update(id, { body: { text: 'x' } }, { read }))).toMatchObject({
      outcome: 'unknown',
    });

    const again = await org.notes.update(id, { body: { text: 'x' } }, { read });

    expect(again).toMatchObject({ outcome: 'alreadyThere', versionNumber: 2 });
  });

  it('says all that is wrong before anything is sent', async () => {
    const { org, emulator } = await anOrg();

    const error = await failureOf(
      org.notes.update(
        '001B000001LntWlIAJ',
        { title: ' ', body: { html: '<table></table>' } },
        { read: { versionId: 'x', lastModifiedAt: 'y' } },
      ),
    );

    expect(error).toMatchObject({
      problems: [
        { path: 'id' },
        { path: 'read.versionId' },
        { path: 'read.lastModifiedAt' },
        { path: 'note.title' },
        { path: 'note.body' },
      ],
    });
    expect(emulator.requests()).toEqual([]);
  });

  it('says what Salesforce refuses in the words of the note', async () => {
    const testOrg = await anOrg();
    const { org, emulator } = testOrg;
    const { id } = await aNote(testOrg);
    const read = await org.notes.read(id);
    await org.notes.delete(id);

    expect(await failureOf(org.notes.update(id, { title: 'x' }, { read }))).toMatchObject({
      code: 'SALESFORCE_RECORD_NOT_FOUND',
      recordId: id,
    });
    emulator.setNotesEnabled(false);
    expect(await failureOf(org.notes.update(id, { title: 'x' }, { read }))).toMatchObject({
      code: 'SALESFORCE_ACCESS_DENIED',
    });
  });
});

describe('notes.link and notes.unlink', () => {
  it('link in one API call, and say what was linked already', async () => {
    const testOrg = await anOrg();
    const { org, emulator } = testOrg;
    const { id, account, contact } = await aNote(testOrg);

    const first = await org.notes.link(id, [contact, contact.slice(0, 15)]);
    const again = await org.notes.link(id, [account, contact]);

    expect(first).toMatchObject({ links: [{ recordId: contact, outcome: 'linked' }], apiCalls: 1 });
    expect(again.links).toMatchObject([
      { recordId: account, outcome: 'alreadyLinked' },
      { recordId: contact, linkId: first.links[0]?.linkId, outcome: 'alreadyLinked' },
    ]);
    expect(again.apiCalls).toBe(2);
    expect(emulator.count('ContentDocumentLink')).toBe(4);
  });

  it('link those that were not linked beside one that was', async () => {
    const testOrg = await anOrg();
    const { id, account, contact } = await aNote(testOrg);

    const { links, apiCalls } = await testOrg.org.notes.link(id, [account, contact]);

    expect(links.map(({ outcome }) => outcome)).toEqual(['alreadyLinked', 'linked']);
    expect(apiCalls).toBe(3);
  });

  it('link none where one is refused, and say which', async () => {
    const testOrg = await anOrg();
    const { id, contact } = await aNote(testOrg);

    const error = await failureOf(testOrg.org.notes.link(id, [contact, '001B000001LntWlIAJ']));

    expect(error).toMatchObject({ object: 'ContentDocumentLink', path: 'recordIds[1]', outcome: 'notApplied' });
    expect(testOrg.emulator.count('ContentDocumentLink')).toBe(3);
  });

  it('unlink what is linked, and say what was not', async () => {
    const testOrg = await anOrg();
    const { org } = testOrg;
    const { id, account, contact } = await aNote(testOrg);

    const first = await org.notes.unlink(id, [account, contact]);
    const again = await org.notes.unlink(id, [account]);

    expect(first).toEqual({
      links: [
        { recordId: account, outcome: 'unlinked' },
        { recordId: contact, outcome: 'notLinked' },
      ],
      apiCalls: 2,
    });
    expect(again).toEqual({ links: [{ recordId: account, outcome: 'notLinked' }], apiCalls: 1 });
    expect((await org.notes.of(account)).items).toEqual([]);
  });

  it('refuse what names no note or record', async () => {
    const { org, emulator } = await anOrg();

    expect(await failureOf(org.notes.link('x', []))).toMatchObject({
      problems: [{ path: 'id' }, { path: 'recordIds' }],
    });
    expect(await failureOf(org.notes.unlink('x', ['y']))).toMatchObject({
      problems: [{ path: 'id' }, { path: 'recordIds[0]' }],
    });
    expect(emulator.requests()).toEqual([]);
  });
});

describe('notes.delete', () => {
  it('deletes a note once, and says that it was gone', async () => {
    const testOrg = await anOrg();
    const { org, emulator } = testOrg;
    const { id, account } = await aNote(testOrg);

    const outcomes = [
      await org.notes.delete(id),
      await org.notes.delete(id),
      await org.notes.delete('069B000001LntWlIAJ'),
    ];

    expect(outcomes.map(({ outcome, apiCalls }) => [outcome, apiCalls])).toEqual([
      ['deleted', 1],
      ['alreadyGone', 1],
      ['alreadyGone', 1],
    ]);
    expect(emulator.count('ContentNote')).toBe(0);
    expect((await org.notes.of(account)).items).toEqual([]);
  });
});
