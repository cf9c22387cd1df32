import type { Org } from '../org/org.ts';

/**
 * The `urls` member of userinfo and identity answers; `{version}` is for the client to fill in. Source: userinfo
 * recorded by Nango's integration templates, 2026-05.
 */
export function userUrls(org: Org, userId: string): Record<string, string> {
  const base = org.url();
  const data = `${base}/services/data/v{version}`;
  return {
    enterprise: `${base}/services/Soap/c/{version}/${org.id}`,
    metadata: `${base}/services/Soap/m/{version}/${org.id}`,
    partner: `${base}/services/Soap/u/{version}/${org.id}`,
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    search: `${data}/search/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    tooling_soap: `${base}/services/Soap/T/{version}/${org.id}`,
    tooling_rest: `${data}/tooling/`,
    profile: `${base}/${userId}`,
    feeds: `${data}/chatter/feeds`,
    groups: `${data}/chatter/groups`,
    users: `${data}/chatter/users`,
    feed_items: `${data}/chatter/feed-items`,
    feed_elements: `${data}/chatter/feed-elements`,
    custom_domain: base,
  };
}

export function userPhotos(org: Org): { picture: string; thumbnail: string } {
  return { picture: `${org.url()}/profilephoto/005/F`, thumbnail: `${org.url()}/profilephoto/005/T` };
}

/** Milliseconds that a time zone's standard time is ahead of UTC. */
export function standardOffset(timeZone: string, now: Date): number {
  const offsets = [0, 6].map((month) => offsetAt(new Date(Date.UTC(now.getUTCFullYear(), month, 1)), timeZone));
  return Math.min(...offsets);
}

function offsetAt(instant: Date, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}
