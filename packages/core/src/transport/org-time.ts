/**
 * A moment by the org's clock, in milliseconds since 1970, before which nothing of the answer was read: the time of the
 * answer, less all the time that it took.
 *
 * @param headers of the answer, by lower-case names
 * @param sentAt by `performance.now()`
 */
export function orgTimeBefore(headers: Readonly<Record<string, string>>, sentAt: number): number {
  const answeredAt = Date.parse(headers['date'] ?? '');
  return (Number.isNaN(answeredAt) ? Date.now() : answeredAt) - (performance.now() - sentAt);
}
