import { readingOrder } from '@/lib/core/geometry/reading-order';
import type { Word } from '@/lib/core/geometry/word';
import { fillFromWords } from '@/lib/core/annotation/fill-from-words';
import { cheapest, keys, type Act, type Play } from './acts';
import { correct } from './corrections';
import type { Labour } from './labour-documents';

/** What helps: nothing, words that OCR read, or a checkpoint's suggestions too. */
export type Help = 'nothing' | 'words' | 'suggestions';

/** How a field is answered. */
export interface Answer {
  readonly play: Play;
  /** Whether its first click is in the field: then nothing need bring the cursor there. */
  readonly comes: boolean;
  /** Whether the cursor then is in the next field by itself. */
  readonly goesOn: boolean;
}

export const cheapestAnswer = (...answers: readonly Answer[]): Answer => {
  const best = cheapest(...answers.map(({ play }) => play));
  const found = answers.find(({ play }) => play === best);
  if (!found) throw new Error('There is no answer to choose from.');
  return found;
};

export const typed = (text: string): Answer => ({ play: keys(text.length), comes: false, goesOn: false });

/** The words whose middle lies where the value stands, in reading order. */
function wordsAt({ page, evidence }: Labour, pointer: string): { readonly words: readonly Word[]; readonly runs: number[] } {
  const order = readingOrder(page.words);
  const runs: number[] = [];
  const words: Word[] = [];
  let last = -2;
  order.forEach((index, place) => {
    const word = page.words[index];
    if (!word) return;
    const [x, y] = [(word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2];
    if (!(evidence[pointer] ?? []).some(({ box }) => box[0] <= x && x <= box[2] && box[1] <= y && y <= box[3])) return;
    words.push(word);
    if (place === last + 1) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(1);
    last = place;
  });
  return { words, runs };
}

/** Clicks a word or drags over several, Ctrl for each further run of them; then mends what was misread. Null where nothing was read there. */
export function taken(labour: Labour, pointer: string, text: string): Answer | null {
  const { words, runs } = wordsAt(labour, pointer);
  const fill = fillFromWords(0, words);
  if (!fill) return null;
  const take = runs.map((count): Act => (count === 1 ? 'click' : 'drag'));
  return fill.text === text ? { play: take, comes: false, goesOn: true } : { play: [...take, ...correct(fill.text, text)], comes: false, goesOn: false };
}

/** The best way to a text in an empty field. */
export function answer(labour: Labour, help: Help, pointer: string, text: string): Answer {
  const words = help === 'nothing' ? null : taken(labour, pointer, text);
  return words ? cheapestAnswer(typed(text), words) : typed(text);
}

/** The best way from a suggested text to the right one: Enter where it is right. */
export function answerSuggested(labour: Labour, pointer: string, suggested: string, text: string): Answer {
  if (suggested === text) return { play: ['key'], comes: false, goesOn: true };
  const words = taken(labour, pointer, text);
  // Ctrl+A, then the letters.
  const over: Answer = { play: keys(1 + text.length), comes: false, goesOn: false };
  const mended: Answer = { play: correct(suggested, text), comes: true, goesOn: false };
  return cheapestAnswer(over, mended, ...(words ? [words] : []));
}
