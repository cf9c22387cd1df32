import { defineOperation } from '../operation.ts';

export const limits = defineOperation({
  name: 'Limits',
  method: 'GET',
  path: '/services/data/:version/limits',
  evidence: ['recorded'],
  source: 'recorded by Nango integration templates (2026-05); only the limits that this emulator has are listed',
  batchable: true,
  handle({ org }) {
    const { limit } = org.usage;
    return { status: 200, body: { DailyApiRequests: { Max: limit, Remaining: limit - org.usage.used() } } };
  },
});
