import type { Locator, Page } from 'playwright-core';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { toPixelBox } from '@/lib/core/geometry/box';
import type { Word } from '@/lib/core/geometry/word';

/** "saved", "saving", "offline: 2 unsynced": what the header says. */
export const savingState = (page: Page): Locator => page.getByRole('status', { name: 'State of saving' });

export const waitUntilSaved = (page: Page): Promise<void> => savingState(page).getByText('saved', { exact: true }).waitFor();

/** Submits although fields were not looked at: the page asks once, the second press is the answer. */
export async function submitAsItIs(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status', { name: 'Before submitting' }).waitFor();
  await page.keyboard.press('Control+Enter');
}

export const field = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true });

/** The document that is open, as the screen got it. */
export async function openDocument(page: Page, projectId: string): Promise<AnnotationView> {
  const documentId = new URL(page.url()).pathname.split('/').at(-1);
  const response = await page.request.post(`/api/projects/${projectId}/documents/${documentId}/annotation`, { data: {} });
  return (await response.json()) as AnnotationView;
}

/** A word that can be hit: long enough, read well, overlapped by none. */
export function wordToClick({ firstWords }: AnnotationView): Word {
  const [word] = firstWords
    .filter(({ text, confidence }) => /^\p{L}{4,}$/u.test(text) && confidence > 0.8)
    .toSorted((a, b) => b.text.length - a.text.length);
  if (!word) throw new Error('OCR found no word to click.');
  return word;
}

/** Clicks the middle of a word where the canvas shows it now. */
export async function clickWord(page: Page, view: AnnotationView, word: Word): Promise<void> {
  const canvas = page.getByRole('img', { name: /^Page 1 of/ });
  const [shown] = view.pages;
  const bounds = await canvas.boundingBox();
  if (!shown || !bounds) throw new Error('The page is not on the screen.');
  const read = async (name: string): Promise<number> => Number(await canvas.getAttribute(name));
  const [scale, x, y] = [await read('data-scale'), await read('data-x'), await read('data-y')];
  const [x0, y0, x1, y1] = toPixelBox(word.box, shown);
  await page.mouse.click(bounds.x + x + (scale * (x0 + x1)) / 2, bounds.y + y + (scale * (y0 + y1)) / 2);
}
