import { createServer } from 'node:net';

/** A TCP port on loopback that nobody listens on; `preferred` where it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const tryPort = (port: number): Promise<number | null> =>
    new Promise((resolve, reject) => {
      const server = createServer();
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
        else reject(error);
      });
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
      });
    });
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === null) throw new Error('No free TCP port on 127.0.0.1.');
  return port;
}
