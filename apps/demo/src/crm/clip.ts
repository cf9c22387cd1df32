const LONGEST = 60;

/** A value of a file as a message shows it: one line that is not too long. */
export function clip(value: string): string {
  const line = value.replace(/\p{C}+/gu, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}… (${value.length} characters)`;
}
