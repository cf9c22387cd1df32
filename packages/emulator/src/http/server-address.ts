/** Certificate and key, in PEM. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
}

export interface ServerAddress {
  /** The address that is listened on, e.g. `127.0.0.1`. */
  readonly address: string;
  readonly tls: TlsOptions | undefined;
}

/** Where a client of this machine reaches it, without a trailing slash. */
export function originOf({ address, tls }: ServerAddress, port: number): string {
  const anywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };
  const host = anywhere[address] ?? address;
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Other machines cannot reach it. */
export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127(\.\d{1,3}){3}$/.test(address);
}
