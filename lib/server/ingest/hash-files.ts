import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** SHA-256 of a file's bytes, or of the hashes of several in their order; hex. */
export async function hashFiles(files: readonly string[]): Promise<string> {
  const hashes = await Promise.all(files.map(hashFile));
  const [only] = hashes;
  if (only !== undefined && hashes.length === 1) return only;
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}
