import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import sharp, { type Sharp } from 'sharp';
import yazl from 'yazl';

interface PictureOptions {
  readonly width?: number;
  readonly height?: number;
  /** Lines printed on it. */
  readonly text?: readonly string[];
  /** Makes pictures differ where the text does not. */
  readonly shade?: number;
}

/** A page with black lines of text, as an image to be encoded. */
export function picture({ width = 600, height = 400, text = [], shade = 255 }: PictureOptions = {}): Sharp {
  const lines = text
    .map((line, index) => `<text x="30" y="${60 + index * 50}" font-family="sans-serif" font-size="32">${line}</text>`)
    .join('');
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="rgb(${shade},${shade},${shade})"/>${lines}</svg>`;
  return sharp(Buffer.from(page)).flatten({ background: '#fff' });
}

interface PdfOptions {
  /** One entry per page: the line printed on it; null for none. */
  readonly pages: readonly (string | null)[];
  readonly isEncrypted?: boolean;
}

/** A PDF written by hand: Helvetica at 24 points, A5 pages. */
export function pdf({ pages, isEncrypted = false }: PdfOptions): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  for (const line of pages) {
    const content = line === null ? '' : `BT /F1 24 Tf 40 500 Td (${line}) Tj ET`;
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 595] /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`);
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  }
  // Made-up hashes: the empty password is not the right one.
  const encrypt = isEncrypted
    ? add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`)
    : null;
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const extra = encrypt === null ? '' : ` /Encrypt ${encrypt} 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${extra} >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

/** Packs files into an archive at `file`. A mode makes a special entry, e.g. a link. */
export async function zip(
  file: string,
  entries: Readonly<Record<string, Buffer | { readonly content: Buffer; readonly mode: number }>>,
): Promise<string> {
  const archive = new yazl.ZipFile();
  for (const [name, entry] of Object.entries(entries)) {
    if (Buffer.isBuffer(entry)) archive.addBuffer(entry, name);
    else archive.addBuffer(entry.content, name, { mode: entry.mode });
  }
  archive.end();
  await pipeline(archive.outputStream, createWriteStream(file));
  return file;
}

/** Overwrites every place of some bytes in a file by others of the same length. */
export async function patchFile(file: string, from: string, to: string): Promise<void> {
  const text = (await readFile(file)).toString('latin1').replaceAll(from, to);
  await writeFile(file, Buffer.from(text, 'latin1'));
}

/** Writes rows as JSON lines. */
export async function jsonLines(folder: string, rows: readonly unknown[], name = 'documents.jsonl'): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));
  return file;
}
