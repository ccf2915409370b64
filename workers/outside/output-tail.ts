import type { Journal } from '../rounds/journal';

const batchMs = 2_000;
const mostLinesABatch = 20;
const longestLine = 500;

export interface OutputTail {
  readonly add: (line: string) => void;
  /** Hands what is waiting to the journal, if it is time or `isLast`. */
  readonly flush: (isLast?: boolean) => void;
}

/** "Loading weights:  40%|████" twice: the words before the first figure are the same. */
function isSameBar(previous: string | undefined, line: string): boolean {
  const [name = ''] = line.split(/\d/, 1);
  return previous !== undefined && line.includes('%') && previous.includes('%') && previous.startsWith(name);
}

/** What the trainer's libraries print, for the round's log: the newest lines of every two seconds. */
export function createOutputTail(journal: Pick<Journal, 'add'>): OutputTail {
  let waiting: string[] = [];
  let leftOut = 0;
  let flushedAt = Date.now();
  return {
    add: (line) => {
      const text = line.trimEnd().slice(0, longestLine);
      if (text.trim() === '') return;
      // A progress bar writes over its line: what stands there last counts.
      if (isSameBar(waiting.at(-1), text)) waiting.pop();
      waiting.push(text);
      if (waiting.length > mostLinesABatch) {
        waiting.shift();
        leftOut += 1;
      }
    },
    flush: (isLast = false) => {
      if (waiting.length === 0 || (!isLast && Date.now() - flushedAt < batchMs)) return;
      journal.add({ type: 'output', lines: waiting, leftOut });
      waiting = [];
      leftOut = 0;
      flushedAt = Date.now();
    },
  };
}
