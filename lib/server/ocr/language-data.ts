import { access } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@/lib/core/errors/app-error';

/** Folder inside the language packages: models for tesseract 4 and later. */
const modelFolder = '4.0.0';

/**
 * Folder with the model of a language, from its npm package; nothing is downloaded.
 * @throws AppError `unavailable` that names the package to install
 */
export async function languageFolder(language: string): Promise<string> {
  const name = `@tesseract.js-data/${language}`;
  const missing = (cause: unknown): AppError =>
    new AppError('unavailable', `OCR has no model for the language "${language}". Install it: npm install ${name}`, {}, { cause });
  if (!/^[a-z_]{3,20}$/.test(language)) throw missing(undefined);
  try {
    // Not by `require.resolve`: in the built web server modules are elsewhere than their packages.
    const folder = path.join(process.cwd(), 'node_modules', name, modelFolder);
    await access(path.join(folder, `${language}.traineddata.gz`));
    return folder;
  } catch (cause) {
    throw missing(cause);
  }
}
