import type { PageBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';
import { db } from '@/lib/server/db/client';
import { storage } from '@/lib/server/storage/storage';
import { picture } from '../../integration/support/made-files';

const imageKey = 'made/page.png';
const size = { width: 1_200, height: 1_600 };

/** The picture that all pages made here share; once before any of them. */
export async function storePagePicture(): Promise<void> {
  await storage().write(imageKey, await picture({ ...size, text: ['A page'] }).png().toBuffer());
}

/** Words in twenty columns down the page. */
const wordsOf = (count: number): Word[] =>
  Array.from({ length: count }, (_, at) => {
    const [x, y] = [0.03 + 0.047 * (at % 20), 0.02 + 0.019 * Math.floor(at / 20)];
    return { text: `word${at}`, box: [x, y, x + 0.04, y + 0.012] as unknown as PageBox, confidence: 0.9, line: Math.floor(at / 20) };
  });

interface Made {
  readonly position: number;
  /** Of each page. */
  readonly words: number;
  readonly pages: number;
}

/** A read document at a place of the queue, without waiting for OCR. @returns its id. */
export async function queueDocument(projectId: string, { position, words, pages }: Made): Promise<string> {
  const page = { ...size, imageKey, previewKey: imageKey, readState: 'read' as const, words: wordsOf(words) as unknown as object[], wordCount: words };
  const { id } = await db().document.create({
    data: {
      projectId, name: `report-${position}`, contentHash: `made-${position}`, pageCount: pages, readState: 'read', wordCount: words * pages,
      pages: { create: Array.from({ length: pages }, (_, index) => ({ ...page, index })) },
      queueItem: { create: { projectId, position } },
    },
    select: { id: true },
  });
  return id;
}
