import { describe, expect, it } from 'vitest';
import { parseCompletion, scoreCompletion } from '@/lib/core/scoring';

const record = { a: '1' };
const answer = '<answer>{"a": "1"}</answer>';

describe('r_format', () => {
  it.each([
    ['white space around and between', ` \n<think>x</think>\n \n${answer}\u0085`, 1],
    ['a fence without a language', '<think>x</think><answer>```\n{"a": "1"}\n```</answer>', 1],
    ['two fences', '<think>x</think><answer>```{"a": "1"}``` ```{}```</answer>', 0],
    ['text before the thought', `Well: <think>x</think>${answer}`, 0],
    ['answer before thought', `${answer}<think>x</think>`, 0],
    ['two thoughts', `<think>x</think><think>y</think>${answer}`, 0],
    ['text between', `<think>x</think> so ${answer}`, 0],
    ['an unclosed answer', '<think>x</think><answer>{"a": "1"}', 0],
    ['tags inside a value', '<think>x</think><answer>{"a": "<answer>"}</answer>', 0],
  ])('%s', (_, completion, format) => expect(parseCompletion(completion, true).format).toBe(format));
});

describe('the search for the object', () => {
  it.each([
    ['drops a thought with an object in it', `<think>{"a": "2"}</think>${answer}`],
    ['reads what a broken format still says', 'Here: {"a": "1"} as asked'],
    ['takes the first fence', 'a ```json\n{"a": "1"}\n``` b ```{"a": "2"}```'],
    ['takes the last answer', `<answer>{"a": "2"}</answer>${answer}`],
    ['looks past an unclosed fence', '```json\n{"a": "1"}'],
    ['looks past a tag that closes nothing', `</answer>${answer}`],
  ])('%s', (_, completion) => expect(parseCompletion(completion, false).record).toEqual(record));

  it.each(['', '}{', '{"a": "1"', '{"a": Infinity}', "{'a': 1}", '{"a": 1e999}', '{"a": 1e999, "a": 1}', '[1, 2]', 'null'])(
    'reads no record in %j',
    (completion) => expect(parseCompletion(completion, true).record).toBeNull(),
  );

  it('reads a double that is written long, and an exponent inside a text', () => {
    expect(parseCompletion('{"a": 1e308, "b": "1e999"}', true).record).toEqual({ a: 1e308, b: '1e999' });
    expect(parseCompletion(`{"a": ${'9'.repeat(310)}}`, true).record).toBeNull();
  });

  it('does not stumble over nesting, repeated tags or a key named __proto__', () => {
    expect(parseCompletion(`{"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, true).record).toBeNull();
    expect(parseCompletion('<think>'.repeat(20_000) + answer, true).record).toEqual(record);
    expect(Object.keys(parseCompletion('{"__proto__": "x"}', true).record ?? {})).toEqual(['__proto__']);
  });
});

describe('scoreCompletion', () => {
  it('adds format and matching, ungated', () => {
    const score = scoreCompletion({ completion: 'Here: {"a": "1"}', gold: record, think: true });
    expect(score).toMatchObject({ format: 0, parseable: true, matching: 1, reward: 1 });
  });

  it('is unscorable where gold is, however good the completion', () => {
    expect(scoreCompletion({ completion: answer, gold: null, think: false })).toEqual({
      kind: 'unscorable',
      reason: 'gold record is not an object',
    });
  });
});
