import { createReadStream, createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/** Texts on their way into a stream, as fast as it takes them. */
export interface Output {
  readonly write: (text: string) => Promise<void>;
  /** Everything written so far is taken by the stream. */
  readonly flush: () => Promise<void>;
  /** Whether the stream was given anything yet. */
  readonly hasBegun: () => boolean;
}

const flushAtCharacters = 64 * 1024;

/** @throws what the stream throws: EPIPE where nobody reads on, ENOSPC on a full disk */
export function openOutput(stream: Writable): Output {
  let waiting: string[] = [];
  let characters = 0;
  let begun = false;
  // Each write hands its error to whoever waits for it; without a listener it would end the process as well.
  stream.on('error', () => undefined);
  const flush = (): Promise<void> => {
    if (waiting.length === 0) return Promise.resolve();
    const text = waiting.join('');
    waiting = [];
    characters = 0;
    begun = true;
    return new Promise((resolve, reject) => {
      stream.write(text, (error) => (error ? reject(error) : resolve()));
    });
  };
  return {
    write: (text) => {
      waiting.push(text);
      characters += text.length;
      return characters < flushAtCharacters ? Promise.resolve() : flush();
    },
    flush,
    hasBegun: () => begun,
  };
}

/** A file of one's own, that nobody else may read; `close` before it is read. */
export function openFileOutput(file: string): Output & { readonly close: () => Promise<void> } {
  const stream = createWriteStream(file, { mode: 0o600 });
  const output = openOutput(stream);
  const close = async (): Promise<void> => {
    await output.flush();
    await finished(stream.end());
  };
  return { ...output, close };
}

/** Sends the content of a text file after what was written. */
export async function copyInto(output: Output, file: string): Promise<void> {
  for await (const text of createReadStream(file, 'utf8')) await output.write(text as string);
}
