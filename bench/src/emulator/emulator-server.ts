// An emulated org in a process of its own: `emulator-server.ts [data file]`.
import { createEmulator } from '@uman/emulator';

const data = process.argv[2];
const emulator = await createEmulator({ dailyApiRequests: 1_000_000_000, ...(data !== undefined && { data }) });
process.stdout.write(`${JSON.stringify({ url: emulator.url, accessToken: emulator.issueSession().accessToken })}\n`);
process.once('SIGTERM', () => void emulator.close());
