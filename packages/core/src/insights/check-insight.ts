import { z } from 'zod';
import { titleProblem, writtenHtml } from '../notes/note-fields.ts';
import type { NoteBody } from '../notes/note-body.ts';
import type { NoteHtml } from '../notes/to-note-html.ts';
import type { WriteNoteOptions } from '../objects/notes.ts';
import { checkRecordId } from '../plan/check-names.ts';
import { checkIdPrefix } from '../plan/check-standard-value.ts';
import { planProblem } from '../plan/plan-problem.ts';
import { createProblemList, type ProblemList } from '../plan/problem-list.ts';
import { plainText } from '../plan/references.ts';
import type { NewInsight } from './contact-insights.ts';
import { sectionHtml } from './insight-section.ts';
import { insightTitle } from './insight-title.ts';

export interface CheckedInsight extends Pick<NoteHtml, 'removed'> {
  /** 18 characters. */
  readonly contactId: string;
  readonly title: string;
  /** What is added to the note. */
  readonly section: string;
}

const dateSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** @throws an error with all that is wrong with it */
export function checkInsight(insight: NewInsight, { notAllowed }: WriteNoteOptions): CheckedInsight {
  const { source, date } = insight;
  const problems = createProblemList();
  const { contactId, title } = checkTopic(insight, problems);
  const content = problems.attempt(() => checkContent(insight.content, notAllowed), undefined);
  problems.attempt(() => checkLine(source, 'source'), undefined);
  if (!dateSchema.safeParse(date).success) problems.attempt(noDate, undefined);
  problems.throwIfAny();
  const { html, removed } = content ?? { html: '', removed: [] };
  return { contactId, title, section: sectionHtml({ date, source: source.trim(), html }), removed };
}

/** Which note it is. */
export function checkTopic(
  { contactId, topic }: Pick<NewInsight, 'contactId' | 'topic'>,
  problems: ProblemList,
): { contactId: string; title: string } {
  const contact = problems.attempt(() => {
    const id = checkRecordId(contactId, 'contactId');
    checkIdPrefix(id, { object: 'Contact', field: 'Id', path: 'contactId', prefix: '003' });
    return id;
  }, '');
  const title = problems.attempt(() => {
    checkLine(topic, 'topic');
    return plainText(checkLine(insightTitle(topic), 'topic'), 'topic');
  }, '');
  return { contactId: contact, title };
}

function checkContent(content: NoteBody, notAllowed: WriteNoteOptions['notAllowed']): NoteHtml {
  const note = writtenHtml(content, notAllowed, 'content');
  if (note.html !== '<p></p>') return note;
  throw planProblem('invalidNote', { path: 'content', what: 'it is empty', remedy: 'Say what was learned.' });
}

/** One line of text, or a refusal that says why it is none. */
function checkLine(text: string, path: string): string {
  const problem = titleProblem(text)?.replace('the title', `the ${path}`);
  if (problem === undefined) return text;
  throw planProblem('invalidNote', { path, what: problem, remedy: `Give the ${path} in one line.` });
}

function noDate(): never {
  throw planProblem('invalidValue', {
    path: 'date',
    what: 'it is neither a date of the calendar nor a date and time with its zone',
    remedy: 'Write it as YYYY-MM-DD or as ISO 8601, e.g. 2026-12-31T09:30:00Z.',
  });
}
