/** Next calls this once when the server starts: a bad setting stops it here, by name. */
export async function register(): Promise<void> {
  // Next compiles this file for the edge runtime too, which has no files or sockets.
  if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
  const { env } = await import('@/lib/server/env/env');
  env();
}
