import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { expect, it } from 'vitest';
import { createEmulatorRig } from '../emulator-rig.ts';
import { createSfRig } from './sf-rig.ts';

/** The CLI listens on a port of its own choice only where a project says so. */
async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * What a person does in a browser, as the program that the CLI opens. It goes on by itself: the CLI listens once the
 * program has ended, so that the way back is tried again until somebody answers, and it ends once its last page was seen.
 */
function aBrowser(
  file: string,
  { username, password }: { readonly username: string; readonly password: string },
): void {
  const script = `#!${process.execPath}
    import { spawn } from 'node:child_process';
    const [, self, url, isBackground] = process.argv;
    if (!isBackground) {
      spawn(process.execPath, [self, url, 'background'], { detached: true, stdio: 'ignore' }).unref();
    } else {
      const body = new URLSearchParams(${JSON.stringify({ username, password, decision: 'allow' })});
      const { headers } = await fetch(url, { method: 'POST', redirect: 'manual', body });
      for (let attempt = 0; attempt < 10; attempt += 1) {
        const signal = AbortSignal.timeout(5000);
        const answer = await fetch(headers.get('location'), { signal }).catch(() => undefined);
        if (answer) break;
      }
    }`;
  writeFileSync(file, script);
  chmodSync(file, 0o755);
}

it('logs in through a browser, and again with the URL that stands for that', { timeout: 60_000 }, async () => {
  using rig = createSfRig();
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const certificate = join(rig.directory, 'certificate.pem');
  writeFileSync(certificate, cert);
  await using org = await createEmulatorRig({ tls: { cert, key } });
  const { emulator } = org;
  const port = await aFreePort();
  emulator.registerApp({
    name: 'Salesforce CLI',
    clientId: 'PlatformCLI',
    redirectUris: [`http://localhost:${port}/OauthRedirect`],
    scopes: ['refresh_token', 'api', 'web'],
    secretRequiredForWebServerFlow: false,
    secretRequiredForRefresh: false,
    refreshTokenRotation: false,
  });
  const project = { packageDirectories: [{ path: '.', default: true }], oauthLocalPort: String(port) };
  writeFileSync(join(rig.directory, 'sfdx-project.json'), JSON.stringify(project));
  const browser = join(rig.directory, 'browser.mjs');
  aBrowser(browser, emulator.admin);
  const env = { BROWSER: browser, NODE_EXTRA_CA_CERTS: certificate };
  const sf = (command: string) => rig.sf(command.split(' '), env);

  const byWeb = await sf(`org login web --instance-url ${emulator.url} --alias web`);
  const { result: shown } = await sf('org auth show-sfdx-auth-url --target-org web --no-prompt');
  writeFileSync(join(rig.directory, 'url.txt'), String(shown['sfdxAuthUrl']));
  emulator.endSessions();
  const byUrl = await sf('org login sfdx-url --sfdx-url-file url.txt --alias url');
  emulator.endSessions();
  const [queried, listed] = await Promise.all([sf('org list limits --target-org url'), sf('org list')]);

  const someone = { username: emulator.admin.username, orgId: emulator.org.id };
  expect(byWeb.result).toMatchObject({ ...someone, clientId: 'PlatformCLI' });
  expect(shown['sfdxAuthUrl']).toMatch(/^force:\/\/PlatformCLI::[\w.]+={0,2}@127\.0\.0\.1:\d+$/);
  expect(byUrl.result).toMatchObject(someone);
  expect(queried.result).toContainEqual(expect.objectContaining({ name: 'DailyApiRequests' }));
  expect(listed.result).toMatchObject({ nonScratchOrgs: [{ alias: 'url', connectedStatus: 'Connected' }] });
});
