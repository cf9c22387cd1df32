/** As Salesforce prints it: the day without a leading zero. */
export function toHttpDate(date: Date): string {
  return date.toUTCString().replace(/, 0/, ', ');
}
