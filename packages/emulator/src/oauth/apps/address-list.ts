import { BlockList, isIP } from 'node:net';

/**
 * Addresses as `10.0.0.1`, `10.0.0.0/8` or `10.0.0.1-10.0.0.9`, of IP version 4 or 6.
 *
 * @throws Error for anything else
 */
export function createAddressList(addresses: readonly string[]): { includes(address: string): boolean } {
  const list = new BlockList();
  for (const text of addresses) {
    const [first = '', last] = text.split('-').map((part) => part.trim());
    const [network = '', prefix] = first.split('/');
    if (last !== undefined) list.addRange(first, last, family(first));
    else if (prefix !== undefined) list.addSubnet(network, Number(prefix), family(network));
    else list.addAddress(first, family(first));
  }
  return { includes: (address) => isIP(address) !== 0 && list.check(address, family(address)) };
}

/** Whether `createAddressList` takes it. */
export function isAddressEntry(text: string): boolean {
  try {
    createAddressList([text]);
    return true;
  } catch {
    return false;
  }
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
