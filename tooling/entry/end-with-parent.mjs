// Preloaded into what `run.mjs` starts: when that script is gone, however it ended, this process is asked to end too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
