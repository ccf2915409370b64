import { isJsonObject, type JsonObject } from '../record/json';
import { parseJson } from '../record/parse-json';
import { stripWhiteSpace } from './normal-form';

export interface ParsedCompletion {
  /** r_format. */
  readonly format: 0 | 1;
  /** Null where no JSON object could be read: unparseable. */
  readonly record: JsonObject | null;
}

const thoughtAndAnswer = /^<think>([^]*)<\/think>\p{White_Space}*<answer>([^]*)<\/answer>$/u;
const answerAlone = /^<answer>([^]*)<\/answer>$/u;
const thinkTags = ['<think>', '</think>'];
const answerTags = ['<answer>', '</answer>'];
const fence = /```[A-Za-z0-9_+-]*([^]*?)```/;
const nothingButFence = /^```[A-Za-z0-9_+-]*([^]*)```$/;

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

function readObject(text: string): JsonObject | null {
  const parsed = parseJson(stripWhiteSpace(text));
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : null;
}

/** The object of an answer that is nothing but one, bare or in one code fence. */
function readStrictAnswer(answer: string): JsonObject | null {
  const text = stripWhiteSpace(answer);
  const bare = readObject(text);
  if (bare) return bare;
  const fenced = nothingButFence.exec(text)?.[1];
  return fenced === undefined || fenced.includes('```') ? null : readObject(fenced);
}

function readWellFormed(completion: string, think: boolean): JsonObject | null {
  const text = stripWhiteSpace(completion);
  const counts = [...thinkTags.map(() => (think ? 1 : 0)), ...answerTags.map(() => 1)];
  if ([...thinkTags, ...answerTags].some((tag, i) => occurrences(text, tag) !== counts[i])) return null;
  const answer = think ? thoughtAndAnswer.exec(text)?.[2] : answerAlone.exec(text)?.[1];
  return answer === undefined ? null : readStrictAnswer(answer);
}

/** Without every `<think>…</think>`; linear, whatever tags a model repeats. */
function dropThoughts(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('<think>', from);
    const close = open < 0 ? -1 : text.indexOf('</think>', open);
    if (close < 0) return kept + text.slice(from);
    kept += text.slice(from, open);
    from = close + '</think>'.length;
  }
}

/** The inside of the last `<answer>…</answer>`, or all of the text. */
function lastAnswer(text: string): string {
  const close = text.lastIndexOf('</answer>');
  const open = close < 0 ? -1 : text.lastIndexOf('<answer>', close);
  if (open < 0) return text;
  const start = open + '<answer>'.length;
  return text.slice(start, text.indexOf('</answer>', start));
}

function searchObject(completion: string): JsonObject | null {
  const text = lastAnswer(dropThoughts(completion));
  const fenced = fence.exec(text)?.[1];
  if (fenced !== undefined) return readObject(fenced);
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  return start < 0 || end < start ? null : readObject(text.slice(start, end + 1));
}

/**
 * Reads a model's text (`docs/scoring.md`, "Completions"). A broken format is
 * no excuse to look away: the object is then searched for, outside the thought.
 * @param think whether thinking was asked for
 */
export function parseCompletion(completion: string, think: boolean): ParsedCompletion {
  const record = readWellFormed(completion, think);
  if (record) return { format: 1, record };
  return { format: 0, record: searchObject(completion) };
}
