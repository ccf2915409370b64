/**
 * Loaded into each child before its own code (`node --import`). When the
 * supervisor is gone, even by `kill -9`, the channel to it closes: then the
 * child and all that it started end too, and keep neither port nor job.
 */
const graceMs = 5_000;

const endGroup = (signal) => {
  try {
    // The supervisor starts its children as leaders of their own group.
    process.kill(-process.pid, signal);
  } catch {
    process.kill(process.pid, signal);
  }
};

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => endGroup('SIGKILL'), graceMs).unref();
    endGroup('SIGTERM');
  });
}
