import type { FileKind } from './sniff-file';
import { openImage, openTiff } from './read-image';
import { openPdf } from './read-pdf';
import type { ImportLimits, PageSource, PreparedPage } from './page-source';

export type PageFileKind = Exclude<FileKind, 'zip' | 'json-lines'>;

/** Opens one file as the pages it holds. @throws AppError that names what is wrong with it */
export function openPages(file: string, kind: PageFileKind, limits: ImportLimits): Promise<PageSource> {
  if (kind === 'pdf') return openPdf(file, limits);
  return kind === 'tiff' ? openTiff(file, limits) : openImage(file, kind, limits);
}

/** Several files as one document, page after page. */
export function joinSources(sources: readonly PageSource[]): PageSource {
  const [only] = sources;
  if (only && sources.length === 1) return only;
  return {
    pageCount: sources.reduce((sum, source) => sum + source.pageCount, 0),
    close: async () => {
      await Promise.all(sources.map((source) => source.close()));
    },
    async *pages(): AsyncGenerator<PreparedPage> {
      for (const source of sources) yield* source.pages();
    },
  };
}
