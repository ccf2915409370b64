import { isJsonObject, type JsonObject } from '../record/json';
import { parseJson } from '../record/parse-json';

/** What was left out and why; `line` counts from 1 in the file that the reason names. */
export interface LeftOut {
  readonly id: string | null;
  readonly line: number;
  readonly reason: string;
}

export type Lines = Iterable<string> | AsyncIterable<string>;

export interface FileLine {
  readonly line: number;
  readonly id: string;
  readonly content: JsonObject;
}

/** The lines of a file by id; lines that cannot be used go to `leftOut`. */
export async function readLines(
  lines: Lines,
  side: 'gold' | 'prediction',
  leftOut: LeftOut[],
): Promise<Map<string, FileLine>> {
  const byId = new Map<string, FileLine>();
  let line = 0;
  for await (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    const leaveOut = (id: string | null, reason: string): void =>
      void leftOut.push({ id, line, reason: `${side} line ${reason}` });
    // A byte order mark is how some editors begin a file.
    const parsed = parseJson(line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text);
    if (!parsed.ok) leaveOut(null, `is unusable: ${parsed.message}`);
    else if (!isJsonObject(parsed.value)) leaveOut(null, 'is not an object');
    else if (typeof parsed.value['id'] !== 'string') leaveOut(null, 'has no "id" text');
    else if (byId.has(parsed.value['id'])) leaveOut(parsed.value['id'], 'repeats an id; the first one counts');
    else byId.set(parsed.value['id'], { line, id: parsed.value['id'], content: parsed.value });
  }
  return byId;
}
