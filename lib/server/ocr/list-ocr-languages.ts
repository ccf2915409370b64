import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Each language is a package of trained data: nothing is downloaded when pages are read. */
const packagesFolder = (): string => path.join(process.cwd(), 'node_modules', '@tesseract.js-data');

/** Tesseract's codes of the languages whose packages are installed, by name. */
export async function listOcrLanguages(): Promise<string[]> {
  try {
    const entries = await readdir(packagesFolder(), { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
