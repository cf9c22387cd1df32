/**
 * The conditions of a rule as one SQL expression: `1 AND (2 OR 3)` with each number's condition in its place; all of
 * them where there is no logic. Source: Metadata API guide, `booleanFilter` of MatchingRule and DuplicateRule.
 *
 * @returns undefined where the logic is none, or names a condition that is not there
 */
export function filterLogic(logic: string | undefined, conditions: readonly string[]): string | undefined {
  if (logic === undefined || logic.trim() === '') return conditions.map((condition) => `(${condition})`).join(' AND ');
  const words = logic.match(/\d+|AND|OR|NOT|[()]|\S/gi) ?? [];
  const written: string[] = [];
  let depth = 0;
  let expectsValue = true;
  for (const word of words.map((one) => one.toUpperCase())) {
    const condition = /^\d+$/.test(word) ? conditions[Number(word) - 1] : undefined;
    const opens = word === '(' || word === 'NOT';
    const isValue = condition !== undefined;
    if (expectsValue !== (isValue || opens)) return undefined;
    if (!isValue && !['(', ')', 'AND', 'OR', 'NOT'].includes(word)) return undefined;
    depth += word === '(' ? 1 : word === ')' ? -1 : 0;
    if (depth < 0) return undefined;
    expectsValue = opens || word === 'AND' || word === 'OR';
    written.push(isValue ? `(${condition})` : word);
  }
  return depth === 0 && !expectsValue ? written.join(' ') : undefined;
}
