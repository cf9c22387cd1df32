import type { OperationRequest } from '../operations/operation.ts';

/**
 * The address that a request comes from. Everybody calls from this machine, so that `X-Forwarded-For`, as a proxy sends
 * it, says who they are meant to be.
 */
export function callerAddress({ headers }: Pick<OperationRequest, 'headers'>): string {
  return headers['x-forwarded-for']?.split(',')[0]?.trim() || '127.0.0.1';
}
