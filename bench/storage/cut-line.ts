import { createServer, connect, type AddressInfo } from 'node:net';

export interface Line {
  readonly port: number;
  /** Connections that were cut. */
  readonly cuts: () => number;
  readonly close: () => void;
}

/** A line to a port of this machine that breaks once, when so many bytes went through. */
export async function openLine(toPort: number, cutAfterBytes: number): Promise<Line> {
  let through = 0;
  let cuts = 0;
  const server = createServer((from) => {
    const to = connect(toPort, '127.0.0.1');
    for (const [one, other] of [[from, to], [to, from]] as const) one.on('error', () => other.destroy()).on('close', () => other.destroy());
    from.on('data', (chunk) => {
      through += chunk.length;
      if (cuts > 0 || through < cutAfterBytes) return;
      cuts += 1;
      from.destroy();
    });
    from.pipe(to);
    to.pipe(from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, cuts: () => cuts, close: () => server.close() };
}
