import type { Naming } from '../namespace.ts';

/** Apps of a managed package are `ns__Name`. */
export function appName(name: string, { namespace }: Naming): string {
  return namespace === null || name.startsWith(`${namespace}__`) ? name : `${namespace}__${name}`;
}
