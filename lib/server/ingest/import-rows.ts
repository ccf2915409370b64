import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { AppError } from '@/lib/core/errors/app-error';
import type { PixelSize } from '@/lib/core/geometry/box';
import { type ImportRow, filesOfRow, parseImportRow } from '@/lib/core/formats/import-row';
import { resolveBeside } from '@/lib/core/ingest/archive-name';
import { goldProblem } from '@/lib/core/ingest/check-gold';
import { givenEvidence, givenWords } from '@/lib/core/ingest/given-words';
import type { RecordSchema } from '@/lib/core/schema/types';
import { type GivenGold, findLatestSchema } from '../repositories/new-document';
import type { Bundle } from './bundle';
import { hashFiles } from './hash-files';
import { type ImportContext, type ImportResult, tryFile } from './import-context';
import { assertFileBytes, assertPageCount } from './import-limits';
import { assertNew } from './import-single';
import { joinSources, openPages } from './open-pages';
import type { PageSource } from './page-source';
import { sniffFile } from './sniff-file';
import { writeDocument } from './write-document';

interface RowsFile {
  /** Name of the JSON-lines file in its bundle; images are found beside it. */
  readonly name: string;
  readonly file: string;
  readonly bundle: Bundle;
}

/** A set from elsewhere rarely has our keys: the message says what to do about it. */
const suiteRule =
  'A transfer suite is scored under the schema of this project: rename its keys to those of the schema and leave out the others, or import it into a project of its own.';

type ProjectSchema = Awaited<ReturnType<typeof findLatestSchema>>;

function locateFiles(row: ImportRow, rows: RowsFile): string[] {
  return filesOfRow(row).map((target) => {
    const name = resolveBeside(rows.name, target);
    if (name === null) throw new AppError('invalid-input', 'The row names a file outside of its folder.');
    const file = rows.bundle.locate(name);
    if (file === null) throw new AppError('not-found', `The row's file ${name} is not beside the JSON lines.`);
    return file;
  });
}

async function openRow(row: ImportRow, files: readonly string[], context: ImportContext): Promise<PageSource> {
  const sources: PageSource[] = [];
  try {
    for (const file of files) {
      assertFileBytes((await stat(file)).size, context.limits);
      const { kind } = await sniffFile(file, file);
      if (kind === 'zip' || kind === 'json-lines' || (row.pdf !== undefined) !== (kind === 'pdf')) {
        throw new AppError('unsupported-file', `The row's file is ${kind.toUpperCase()}, which does not go with the key that names it.`);
      }
      sources.push(await openPages(file, kind, context.limits));
    }
    const joined = joinSources(sources);
    assertPageCount(joined.pageCount, context.limits);
    return joined;
  } catch (error) {
    await Promise.all(sources.map((source) => source.close()));
    throw error;
  }
}

function goldOf(row: ImportRow, schema: ProjectSchema, sizes: readonly PixelSize[]): GivenGold | null {
  if (!row.gold || !schema) return null;
  return { record: row.gold, evidence: givenEvidence(row, sizes), schemaVersionId: schema.id };
}

function assertGoldFits(row: ImportRow, schema: ProjectSchema, pageCount: number): void {
  if (!row.gold) return;
  if (!schema) throw new AppError('not-ready', 'The row has gold, and the project has no schema to hold it against.');
  // Only parsed schemas are ever stored.
  const problem = goldProblem(schema.schema as unknown as RecordSchema, row, pageCount);
  if (!problem) return;
  throw new AppError('does-not-fit-schema', row.split === 'transfer' ? `${problem} ${suiteRule}` : problem);
}

async function importRow(line: string, rows: RowsFile, schema: ProjectSchema, context: ImportContext, number: number): Promise<ImportResult> {
  const parsed = parseImportRow(line, context.place);
  const name = parsed.ok ? parsed.row.id : `${rows.name}:${number}`;
  return tryFile(context, { name, bytes: Buffer.byteLength(line) }, async ({ importFileId, documentId }) => {
    if (!parsed.ok) throw new AppError('invalid-input', `${rows.name}, line ${number}: ${parsed.message}`);
    const { row } = parsed;
    const files = locateFiles(row, rows);
    const contentHash = await hashFiles(files);
    await assertNew(context.projectId, contentHash);
    const source = await openRow(row, files, context);
    try {
      assertGoldFits(row, schema, source.pageCount);
      await writeDocument(
        {
          row: {
            id: documentId,
            projectId: context.projectId,
            name: row.id,
            kind: row.kind ?? null,
            groupKey: row.group ?? null,
            split: row.split,
            suite: row.suite ?? null,
            contentHash,
          },
          source,
          givenWords: (page, size) => givenWords(row, page, size),
          gold: (sizes) => goldOf(row, schema, sizes),
        },
        { importFileId, note: null, isCancelled: context.isCancelled },
      );
    } finally {
      await source.close();
    }
    return null;
  });
}

/** Imports a JSON-lines file row by row; a bad row is refused by itself. */
export async function importRows(context: ImportContext, rows: RowsFile): Promise<void> {
  const schema = await findLatestSchema(context.projectId);
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(rows.file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    if (await context.isCancelled()) return;
    if (line.trim() !== '') await importRow(number === 1 ? line.replace(/^\uFEFF/, '') : line, rows, schema, context, number);
  }
}
