import type { QueryContext } from './query-context.ts';
import { quoteName } from './sql-fragment.ts';

/** How the running user reads a calendar. */
export interface UserCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** 1 Monday … 7 Sunday. */
  readonly firstDayOfWeek: number;
  /** e.g. `en_US` */
  readonly locale: string;
}

/** From the user's own row; GMT and Sunday where it says nothing. */
export function userCalendar({ schema, database, userId }: QueryContext): UserCalendar {
  const columns = ['TimeZoneSidKey', 'LocaleSidKey'].filter((name) => schema.field('User', name));
  const row =
    columns.length > 0
      ? database.prepare(`SELECT ${columns.map(quoteName).join(', ')} FROM "User" WHERE "Id" = ?`).get(userId)
      : undefined;
  const timeZone = row?.['TimeZoneSidKey'];
  const locale = row?.['LocaleSidKey'];
  return {
    timeZone: typeof timeZone === 'string' ? timeZone : 'GMT',
    firstDayOfWeek: typeof locale === 'string' ? firstDayOf(locale) : 7,
    locale: typeof locale === 'string' ? locale : 'en_US',
  };
}

function firstDayOf(salesforceLocale: string): number {
  const locale: Intl.Locale & { getWeekInfo?(): { firstDay: number } } = new Intl.Locale(
    salesforceLocale.replaceAll('_', '-'),
  );
  return locale.getWeekInfo?.().firstDay ?? 7;
}
