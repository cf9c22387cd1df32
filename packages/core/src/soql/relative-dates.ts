const PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'] as const;
const COUNTED = ['DAY', ...PERIODS] as const;

type Period = (typeof PERIODS)[number];
type CountedPeriod = (typeof COUNTED)[number];

/** A span of days around today, as the connected user's time zone and locale have it. */
export type RelativeDate =
  'YESTERDAY' | 'TODAY' | 'TOMORROW' | 'LAST_90_DAYS' | 'NEXT_90_DAYS' | `${'LAST' | 'THIS' | 'NEXT'}_${Period}`;

/** One that takes a number: `LAST_N_DAYS` includes today, `N_DAYS_AGO` is that day alone. */
export type CountedRelativeDate = `${'LAST' | 'NEXT'}_N_${CountedPeriod}S` | `N_${CountedPeriod}S_AGO`;

/** Source: SOQL and SOSL Reference, Date Formats and Date Literals. */
const RELATIVE_DATES: ReadonlySet<string> = new Set([
  'YESTERDAY',
  'TODAY',
  'TOMORROW',
  'LAST_90_DAYS',
  'NEXT_90_DAYS',
  ...PERIODS.flatMap((period) => [`LAST_${period}`, `THIS_${period}`, `NEXT_${period}`]),
]);

const COUNTED_RELATIVE_DATES: ReadonlySet<string> = new Set(
  COUNTED.flatMap((period) => [`LAST_N_${period}S`, `NEXT_N_${period}S`, `N_${period}S_AGO`]),
);

/** @throws TypeError for another word; RangeError for a number that does not count */
export function relativeDateText(word: string, count: number | undefined): string {
  if (count === undefined && RELATIVE_DATES.has(word)) return word;
  if (count === undefined || !COUNTED_RELATIVE_DATES.has(word)) {
    throw new TypeError(`"${word}"${count === undefined ? '' : ' with a number'} is not a date literal of SOQL.`);
  }
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${word} takes a whole number, not ${count}.`);
  return `${word}:${count}`;
}
