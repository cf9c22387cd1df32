/** What the titles of notes of insights begin with. */
export const INSIGHT_TITLE = 'Insights: ';

export function insightTitle(topic: string): string {
  return `${INSIGHT_TITLE}${topic.trim()}`;
}
