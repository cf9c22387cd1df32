import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

/** Waits until a worker is at work on an activity of the workflow: its first heartbeat has come. */
export async function untilSending(temporal: Client, workflowId: string): Promise<void> {
  for (;;) {
    const { raw } = await temporal.workflow.getHandle(workflowId).describe();
    if ((raw.pendingActivities ?? []).some(({ lastHeartbeatTime }) => lastHeartbeatTime)) return;
    await pause(20);
  }
}
