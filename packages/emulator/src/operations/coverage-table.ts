import { evidenceKinds, type Evidence, type Operation } from './operation.ts';

/**
 * Every operation, and every call of one that has several, beside the kinds of evidence that it rests on, as a Markdown table: what `npm run emulator -- --coverage`
 * prints, and what the README shows.
 */
export function coverageTable(operations: readonly Operation[]): string {
  const rows = operations.flatMap(({ name, method, path, evidence, calls }) => {
    const row = (of: string, kinds: readonly Evidence[]): string[] => [
      of,
      // In a table a bar ends the cell, even within code.
      `\`${method} ${path.replaceAll('|', '\\|')}\``,
      ...evidenceKinds.map((kind) => (kinds.includes(kind) ? '●' : '')),
    ];
    return calls ? calls.map((call) => row(`${name}: ${call.name}`, call.evidence)) : [row(name, evidence)];
  });
  const header = ['Operation', 'Request', ...evidenceKinds];
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
