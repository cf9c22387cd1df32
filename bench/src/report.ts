import { isReached, ratioOf, type Measurement } from './measurement.ts';

const HEADER = ['figure', 'measured', 'reference', 'against', 'ratio', 'goal', 'reached'];

/** The figures as a Markdown table. */
export function report(measurements: readonly Measurement[]): string {
  const rows = measurements.map((measurement) => {
    const { name, unit, measured, reference, against, goal } = measurement;
    return [
      name,
      `${round(measured)} ${unit}`,
      `${round(reference)} ${unit}`,
      against,
      ratioOf(measurement).toFixed(2),
      'atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`,
      isReached(measurement) ? 'yes' : 'NO',
    ];
  });
  const widths = HEADER.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(HEADER), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line), ''].join('\n');
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(2);
}
