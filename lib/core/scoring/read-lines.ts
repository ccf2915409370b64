import { isJsonObject, type JsonObject } from '../record/json';
import { parseJson } from '../record/parse-json';

export type Side = 'gold' | 'prediction';

/** What was left out and why; `line` counts from 1 in the file that the reason names. */
export interface LeftOut {
  readonly id: string | null;
  readonly line: number;
  readonly reason: string;
}

/** Where a line stands in its source. */
export interface Place {
  /** From 1. */
  readonly line: number;
  /** As the source counts: bytes in a file. */
  readonly offset: number;
  readonly length: number;
}

export interface RawLine {
  readonly place: Place;
  /** Null where the line is longer than its source holds. */
  readonly text: string | null;
}

/** Which line an id stands in, for more ids than memory may hold. */
export interface LineIndex {
  readonly find: (id: string) => Place | undefined;
  readonly keep: (id: string, place: Place) => void | Promise<void>;
}

/** JSON lines of any size: gone through from the first one on as often as asked, or read one by one. */
export interface LineSource {
  readonly lines: () => Iterable<RawLine> | AsyncIterable<RawLine>;
  /** The text of a line that `lines` gave. */
  readonly read: (place: Place) => string;
  readonly index: LineIndex;
}

export interface FileLine {
  readonly place: Place;
  readonly id: string;
  readonly content: JsonObject;
}

export type LeaveOut = (leftOut: LeftOut) => void | Promise<void>;

type ReadLine = Omit<FileLine, 'place'> | { readonly problem: string };

/** What a line says, or why it cannot be used; never quotes it. */
export function readLine({ place, text }: RawLine): ReadLine {
  if (text === null) return { problem: 'is unusable: longer than can be held' };
  // A byte order mark is how some editors begin a file.
  const parsed = parseJson(place.line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text);
  if (!parsed.ok) return { problem: `is unusable: ${parsed.message}` };
  if (!isJsonObject(parsed.value)) return { problem: 'is not an object' };
  const { id } = parsed.value;
  return typeof id === 'string' ? { id, content: parsed.value } : { problem: 'has no "id" text' };
}

/**
 * The lines of a source that have an id of their own, in their order; the first
 * of several with one id counts. The others go to `leaveOut`. Ids stay in the
 * index of the source, so that a second walk takes the same lines.
 */
export async function* usableLines(source: LineSource, side: Side, leaveOut: LeaveOut): AsyncGenerator<FileLine> {
  for await (const raw of source.lines()) {
    const { place, text } = raw;
    if (text?.trim() === '') continue;
    const read = readLine(raw);
    if ('problem' in read) {
      await leaveOut({ id: null, line: place.line, reason: `${side} line ${read.problem}` });
      continue;
    }
    const first = source.index.find(read.id);
    if (first && first.line !== place.line) {
      await leaveOut({ id: read.id, line: place.line, reason: `${side} line repeats an id; the first one counts` });
      continue;
    }
    if (!first) await source.index.keep(read.id, place);
    yield { place, ...read };
  }
}
