/** What the first line of a request asks for. */
export interface RequestTarget {
  /** Without query string, leading slashes collapsed. */
  readonly path: string;
  /** Without its question mark; empty where there is none. */
  readonly query: string;
  /** Host and port, where the line names them; they count before the `Host` header. Source: RFC 9112, section 3.2.2. */
  readonly authority: string | undefined;
}

export function toRequestTarget(url: string): RequestTarget {
  const [, authority, rest = url] = /^https?:\/\/([^/?]*)(.*)$/i.exec(url) ?? [];
  const end = rest.indexOf('?');
  const [path, query] = end < 0 ? [rest, ''] : [rest.slice(0, end), rest.slice(end + 1)];
  // The sf CLI asks for `//services/data/…` after a login with a trailing slash.
  return { path: path === '' ? '/' : path.replace(/^\/+/, '/'), query, authority };
}
