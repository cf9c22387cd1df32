/** A number as a CRM writes it, e.g. `1100.04`; undefined for everything else, such as `1,100`, `0x1F` or nothing. */
export function readNumber(text: string): number | undefined {
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
}
