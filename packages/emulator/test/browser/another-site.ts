import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Another site on this machine, so for cookies the same one, with a single page. */
export interface AnotherSite extends AsyncDisposable {
  readonly url: string;
}

/** @param html the page's body */
export async function startAnotherSite(html: string): Promise<AnotherSite> {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
