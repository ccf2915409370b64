import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const stackSchema = z.object({
  /** Of the supervisor. */
  pid: z.number().int(),
  url: z.string(),
  databaseUrl: z.string(),
  queueUrl: z.string(),
  ports: z.object({ web: z.number().int(), postgres: z.number().int().nullable() }),
});
export type StackFile = Readonly<z.infer<typeof stackSchema>>;

const fileOf = (dataDir: string): string => path.join(dataDir, 'stack.json');

/** Says where the stack is, for the CLI; readable by its owner alone, since passwords are in it. */
export async function writeStackFile(dataDir: string, stack: StackFile): Promise<void> {
  const aside = `${fileOf(dataDir)}.part`;
  await rm(aside, { force: true });
  await writeFile(aside, JSON.stringify(stack, null, 2), { mode: 0o600 });
  await rename(aside, fileOf(dataDir));
}

/** What the last supervisor on this folder wrote; null where there was none. Its ports may be free by now. */
export async function readStackFile(dataDir: string): Promise<StackFile | null> {
  try {
    return stackSchema.parse(JSON.parse(await readFile(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
