// Starts a stack and a process on it, says so, and does nothing about signals: what becomes of them is not its business.
import { startLocalStack, type LocalStackOptions } from '@uman/local-stack';

const options = JSON.parse(process.argv[2] ?? '{}') as LocalStackOptions;
const stack = await startLocalStack(options);
const sleeper = await stack.startProcess({
  name: 'sleeper',
  command: '/bin/sh',
  args: ['-c', '/bin/sleep 1000 & wait'],
});
console.log(JSON.stringify({ temporal: stack.temporal.address, postgres: stack.postgres.url, process: sleeper.pid }));
