import { expect, it } from 'vitest';
import { isLoopback, originOf } from './server-address.ts';

it.each([
  ['127.0.0.1', 'http://127.0.0.1:8080', true],
  ['localhost', 'http://localhost:8080', true],
  ['::1', 'http://[::1]:8080', true],
  ['127.8.0.1', 'http://127.8.0.1:8080', true],
  ['0.0.0.0', 'http://127.0.0.1:8080', false],
  ['::', 'http://[::1]:8080', false],
  ['192.168.0.2', 'http://192.168.0.2:8080', false],
  ['127.0.0.1.example.com', 'http://127.0.0.1.example.com:8080', false],
])('%s is reached at %s', (address, origin, loopback) => {
  expect(originOf({ address, tls: undefined }, 8080)).toBe(origin);
  expect(isLoopback(address)).toBe(loopback);
});

it('is https with a certificate', () => {
  expect(originOf({ address: '127.0.0.1', tls: { cert: '', key: '' } }, 8443)).toBe('https://127.0.0.1:8443');
});
