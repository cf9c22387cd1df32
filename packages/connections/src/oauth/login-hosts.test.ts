import { describe, expect, it } from 'vitest';
import { createLoginHosts } from './login-hosts.ts';
import { OAuthHostNotAllowedError } from './oauth-errors.ts';

describe('login hosts', () => {
  it.each([
    'https://login.salesforce.com',
    'https://test.salesforce.com/',
    'https://acme.my.salesforce.com',
    'https://ACME.my.salesforce.com/some/path?query',
    'https://acme--uat.sandbox.my.salesforce.com',
    'https://acme-dev-ed.develop.my.salesforce.com',
    'https://data-velocity-1234.scratch.my.salesforce.com',
  ])('accept %s', (url) => {
    expect(createLoginHosts([]).originOf(url, 'login')).toBe(new URL(url).origin);
  });

  it.each([
    'http://login.salesforce.com',
    'https://login.salesforce.com:8443',
    'https://login.salesforce.com@evil.example',
    'https://user:secret@login.salesforce.com',
    'https://login.salesforce.com.evil.example',
    'https://evil-login.salesforce.com',
    'https://my.salesforce.com',
    'https://acme.my.salesforce.com.evil.example',
    'https://acmemy.salesforce.com',
    'https://a.b.c.my.salesforce.com',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:8080',
    'https://login.salesforce.com.',
    'javascript:alert(1)',
    'login.salesforce.com',
    '',
  ])('refuse %s', (url) => {
    expect(() => createLoginHosts([]).originOf(url, 'login')).toThrow(OAuthHostNotAllowedError);
  });

  it('never repeat credentials or paths of what they refuse', () => {
    const refuse = () => createLoginHosts([]).originOf('https://user:secret@evil.example/token?code=1', 'instance');

    expect(refuse).toThrow(expect.objectContaining({ origin: 'https://evil.example', purpose: 'instance' }));
    expect(refuse).not.toThrow(/secret|token|code/);
  });

  it('accept what is allowed explicitly, and only that origin', () => {
    const hosts = createLoginHosts(['http://127.0.0.1:8080/', 'https://salesforce.test']);

    expect(hosts.originOf('http://127.0.0.1:8080/services', 'login')).toBe('http://127.0.0.1:8080');
    expect(hosts.originOf('https://salesforce.test', 'login')).toBe('https://salesforce.test');
    expect(() => hosts.originOf('http://127.0.0.1:8081', 'login')).toThrow(OAuthHostNotAllowedError);
  });

  it.each(['http://emulator.example:8080', 'ftp://127.0.0.1', '127.0.0.1:8080'])(
    'do not let %s be allowed: not https, not loopback',
    (origin) => {
      expect(() => createLoginHosts([origin])).toThrow(expect.objectContaining({ purpose: 'configuration' }));
    },
  );
});
