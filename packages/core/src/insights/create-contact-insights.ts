import { readVersionHtml } from '../note-records/read-version-html.ts';
import { toNoteHtml } from '../notes/to-note-html.ts';
import type { PackageSchema } from '../package-schema.ts';
import { createProblemList } from '../plan/problem-list.ts';
import { notesPart } from '../note-records/notes-of.ts';
import { createReadCheck } from '../reads/check-read.ts';
import { readComposite } from '../reads/read-composite.ts';
import { toSection } from '../reads/section.ts';
import { createCallMeter } from '../transport/call-meter.ts';
import type { OrgTransport } from '../transport/org-transport.ts';
import { appendInsight } from './append-insight.ts';
import { checkTopic } from './check-insight.ts';
import type { ContactInsights } from './contact-insights.ts';
import { findInsights } from './find-insights.ts';
import { sectionsOf } from './insight-section.ts';
import { INSIGHT_TITLE } from './insight-title.ts';

export function createContactInsights(context: {
  readonly transport: OrgTransport;
  readonly schema: PackageSchema;
}): ContactInsights {
  const { transport } = context;
  return {
    append: async (insight, options = {}) => appendInsight(insight, options, context),

    async of(contactId, { limit = 50, signal } = {}) {
      const check = createReadCheck('Contact');
      const id = check.id(contactId, 'contactId');
      check.limit(limit, 'limit');
      check.throwIfAny();
      const part = (most?: number) =>
        notesPart(id, most, [{ field: 'ContentDocument.Title', startsWith: INSIGHT_TITLE }]);
      const { values, apiCalls } = await readComposite(transport, { notes: part(limit + 1) }, { signal });
      return { ...toSection(values.notes.records, { limit, transport, rest: () => part() }), apiCalls };
    },

    async read(contactId, topic, { signal } = {}) {
      const problems = createProblemList();
      const wanted = checkTopic({ contactId, topic }, problems);
      problems.throwIfAny();
      const { notes, apiCalls } = await findInsights(transport, wanted, { signal });
      const [note, ...others] = notes;
      if (note === undefined) return undefined;
      const meter = createCallMeter();
      const { html } = await readVersionHtml(transport, note, { meter, signal });
      return {
        noteId: note.noteId,
        topic: topic.trim(),
        title: wanted.title,
        sections: sectionsOf(html),
        html: toNoteHtml({ html }).html,
        otherNoteIds: others.map(({ noteId }) => noteId),
        apiCalls: apiCalls + meter.calls,
      };
    },
  };
}
