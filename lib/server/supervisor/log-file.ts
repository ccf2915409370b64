import { createWriteStream, renameSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

const rotateAtBytes = 20 * 1024 * 1024;

export interface LogFile {
  readonly path: string;
  readonly write: (line: string) => void;
  /** The newest lines, for an error that quotes them. */
  readonly tail: () => string;
  readonly close: () => void;
}

/** Opens `DATA_DIR/logs/NAME.log` to append; one that grew large becomes `NAME.log.1`. */
export async function openLogFile(dataDir: string, name: string): Promise<LogFile> {
  const folder = path.join(dataDir, 'logs');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.log`);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > rotateAtBytes) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  const newest: string[] = [];
  return {
    path: file,
    write: (line) => {
      newest.push(line);
      if (newest.length > 30) newest.shift();
      stream.write(`${line}\n`);
    },
    tail: () => newest.join('\n'),
    close: () => stream.end(),
  };
}
