import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toNoteHtml } from '../src/index.ts';
import { anOrg } from './build/an-org.ts';

const character = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.constantFrom(
    '\uD83C',
    '\uDF89',
    '\uFFFD',
    '\uFFFF',
    '\u0000',
    '\u0085',
    '\u2028',
    '\r',
    '\n',
    '\t',
    '&',
    '<',
    "'",
  ),
);
const part = fc.oneof(
  fc.string({ unit: character }),
  fc.constantFrom(
    ...'<p> </p> <br> <b> </b> <i> <ul> </ul> <ol start=4> </ol> <li> <table> <td> <script> </script> <!-- --> <?x <b &apos; &eacute; &copy; &#7; **a** ~~ # - > ` ```'.split(
      ' ',
    ),
    '<a href="https://a.b/?c=\'&d=2">',
    '<a href="javascript:x">',
    '\n\n',
    '[a](https://b.c)',
  ),
);
const source = fc.array(part, { maxLength: 16 }).map((parts) => parts.join(''));
const body = fc.oneof(
  source.map((html) => ({ html })),
  source.map((markdown) => ({ markdown })),
  source.map((text) => ({ text })),
);

it('makes notes that an org takes, whatever the input', async () => {
  const { emulator } = await anOrg();
  const { instanceUrl, accessToken } = emulator.issueSession();
  const post = async (notes: readonly string[]): Promise<unknown> => {
    const response = await fetch(`${instanceUrl}/services/data/v66.0/composite/sobjects`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        records: notes.map((html) => ({
          attributes: { type: 'ContentNote' },
          Title: 'x',
          Content: Buffer.from(html, 'utf8').toString('base64'),
        })),
      }),
    });
    return response.json();
  };

  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 200, maxLength: 200 }), async (bodies) => {
      const notes = bodies.map((one) => toNoteHtml(one).html);

      const answers = await post(notes);

      expect(answers).toEqual(notes.map(() => expect.objectContaining({ success: true })));
    }),
    { numRuns: 10, endOnFailure: true },
  );
  expect(emulator.count('ContentNote')).toBe(2_000);
});

it('reads a note back as it was written, long and in every plane of Unicode', async () => {
  const { org } = await anOrg();
  const planes = Array.from({ length: 17 }, (_, plane) => String.fromCodePoint(plane * 0x10000 + 0xa1b2)).join('');
  const body = { markdown: `# ${planes}\n\n${'It is **long** & _wide_.\n\n'.repeat(20_000)}` };
  const account = await org.accounts.create({ Name: 'Acme' });

  const { id } = await org.notes.create({ title: 'x', body, links: [account.id] });

  const { html } = await org.notes.read(id);
  expect(html.length).toBeGreaterThan(700_000);
  expect(html).toBe(toNoteHtml(body).html);
  expect(toNoteHtml({ html })).toEqual({ html, removed: [] });
});
