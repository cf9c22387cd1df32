import { expect, test } from 'vitest';
import { measureProfileTime } from '../src/core/profile-time.ts';

// The figures of a run as short as this say nothing; that the profile is one call, whole, and can be measured does.
test('the benchmark of the typed clients measures a whole profile', async () => {
  const measurements = await measureProfileTime({ times: 1 });

  expect(measurements).toMatchObject([{ measured: 1, reference: 1 }, { name: 'company profile, p50' }]);
});
