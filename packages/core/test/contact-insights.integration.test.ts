import { expect, it } from 'vitest';
import type { NewInsight } from '../src/index.ts';
import { customer, anOrg, failureOf } from './build/an-org.ts';

const insight = (contactId: string, further: Partial<NewInsight> = {}): NewInsight => ({
  contactId,
  topic: 'Budget',
  content: { markdown: 'Has **50k**.' },
  source: 'Call with Zoë',
  date: '2026-11-24',
  ...further,
});

it('keeps one note for each contact and topic, with the newest section on top', async () => {
  const { org } = await anOrg();
  const { id } = await org.contacts.create({ LastName: 'Zoë' });

  const first = await org.contacts.insights.append(insight(id));
  const second = await org.contacts.insights.append(
    insight(id, { content: { text: 'Now 60k.' }, source: 'E-mail', date: '2026-11-25T09:30:00+01:00' }),
  );
  const again = await org.contacts.insights.append(insight(id));

  expect(first).toMatchObject({ outcome: 'created', title: 'Insights: Budget', apiCalls: 2 });
  expect(second).toMatchObject({ outcome: 'appended', noteId: first.noteId, apiCalls: 3 });
  expect(again).toMatchObject({ outcome: 'alreadyThere', noteId: first.noteId });
  expect((await org.contacts.insights.of(id)).items).toMatchObject([{ id: first.noteId, title: 'Insights: Budget' }]);
  const read = await org.contacts.insights.read(id, 'Budget');
  expect(read?.apiCalls).toBe(2);
  expect(read?.sections.map(({ date, source, markdown }) => [date, source, markdown])).toEqual([
    ['2026-11-25T08:30Z', 'E-mail', 'Now 60k.'],
    ['2026-11-24', 'Call with Zoë', 'Has **50k**.'],
  ]);
});

it('makes one note where several are first at the same moment, and loses nothing', async () => {
  const { org, another } = await anOrg();
  const { id } = await org.contacts.create({ LastName: 'Zoë' });

  await Promise.all(
    ['a', 'b', 'c'].map(async (text) => another().contacts.insights.append(insight(id, { content: { text } }))),
  );

  const read = await org.contacts.insights.read(id, 'Budget');
  expect(read?.otherNoteIds).toEqual([]);
  expect(read?.sections.map(({ text }) => text).toSorted()).toEqual(['a', 'b', 'c']);
});

it('makes a new note after the first one was deleted', async () => {
  const { org } = await anOrg();
  const { id } = await org.contacts.create({ LastName: 'Zoë' });
  const first = await org.contacts.insights.append(insight(id));
  await org.notes.delete(first.noteId);

  const second = await org.contacts.insights.append(insight(id));

  expect(second.outcome).toBe('created');
  expect(second.noteId).not.toBe(first.noteId);
});

it('works in an org without the package', async () => {
  const { org } = await anOrg({ install: [customer] });
  const { id } = await org.contacts.create({ LastName: 'Zoë' });

  const outcomes = [
    await org.contacts.insights.append(insight(id)),
    await org.contacts.insights.append(insight(id, { date: '2026-11-25' })),
  ];

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['created', 'appended']);
});

it('says all that is wrong before anything is sent', async () => {
  const { org, emulator } = await anOrg();

  const error = await failureOf(
    org.contacts.insights.append({ contactId: 'x', topic: ' ', content: { text: '' }, source: 'a\nb', date: '31.12.' }),
  );

  expect(error).toMatchObject({
    problems: [{ path: 'contactId' }, { path: 'topic' }, { path: 'content' }, { path: 'source' }, { path: 'date' }],
  });
  expect(emulator.requests()).toEqual([]);
});
