import { BlockList, isIPv4, isIPv6 } from 'node:net';

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes since midnight in the org's time zone; the same twice: not at all on that day. */
export interface LoginHours {
  readonly start: number;
  readonly end: number;
}

/** Addresses of one kind, both ends included. */
export interface IpRange {
  readonly start: string;
  readonly end: string;
  /** What it is for; the emulator only keeps it. @default none */
  readonly description?: string;
}

/**
 * What a profile says about when and from where its users log in. Source: Metadata API guide, Profile (`loginHours`,
 * `loginIpRanges`); Salesforce Help, Set Login Hours and Restrict Login IP Addresses in the Enhanced Profile.
 */
export interface LoginPolicy {
  /** A day that is not there has no limits. @default none */
  readonly loginHours?: Readonly<Partial<Record<Weekday, LoginHours>>>;
  /** With any, only from these. @default from everywhere */
  readonly loginIpRanges?: readonly IpRange[];
}

/** @param timeZone IANA name of the org's own time zone */
export function isWithinHours(hours: LoginPolicy['loginHours'], at: Date, timeZone: string): boolean {
  if (!hours) return true;
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const today = hours[part('weekday').toLowerCase() as Weekday];
  if (!today) return true;
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  return minute >= today.start && minute < today.end;
}

/** An IPv4 address may be given as IPv6 has it, `::ffff:127.0.0.1`. */
export function isWithinRanges(ranges: readonly IpRange[] | undefined, ip: string): boolean {
  if (!ranges || ranges.length === 0) return true;
  const address = ip.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  if (family === undefined) return false;
  const list = new BlockList();
  for (const { start, end } of ranges) {
    if ((family === 'ipv4' ? isIPv4 : isIPv6)(start)) list.addRange(start, end, family);
  }
  return list.check(address, family);
}
