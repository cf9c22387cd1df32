import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { identify, isRunning, machineIdentity } from './process-identity.ts';

describe('a process identity', () => {
  it('holds as long as the process runs', async () => {
    const child = spawn('sleep', ['1000']);
    await once(child, 'spawn');
    const identity = identify(child.pid ?? 0);
    expect(identity && isRunning(identity)).toBe(true);

    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(identity && isRunning(identity)).toBe(false);
    expect(identify(child.pid ?? 0)).toBeUndefined();
  });

  it('does not hold for a later process with the same pid', () => {
    const self = identify(process.pid);

    expect(self && isRunning(self)).toBe(true);
    expect(isRunning({ pid: process.pid, startedAt: '1' })).toBe(false);
  });

  it('is told apart by machine', () => {
    expect(machineIdentity()).toBe(machineIdentity());
    expect(machineIdentity()).not.toBe('');
  });
});
