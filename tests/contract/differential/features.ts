import type { Question } from './questions';

/** What the two languages treat differently by nature, as it looks in the JSON of a question. */
export const features: Readonly<Record<string, RegExp>> = {
  'white space of Unicode that is none to ECMAScript': /\u0085|\\+u0085/i,
  'white space of ECMAScript or Python that is none to Unicode': /\ufeff|\\+ufeff|\\+u001[c-f]/i,
  'a digit of another script': /٣|\\+u0663/i,
  'a compatible form': /[ﬁＡ①½Ⅷ]/,
  'a mark that composes': /\u0301/,
  'a letter whose lower case is two': /İ/,
  'a capital sharp s': /ẞ/,
  'a sigma that may be final': /Σ/,
  'half a pair of surrogates, escaped or bare': /\\+u(?:d83d|de00)(?!\\+ude00)/i,
  'a whole number beyond 2^53': /[:[,"] ?-?\d{17}/,
  'a number with an exponent': /\d[eE][+-]?\d/,
  'a number beyond a double': /1e999/,
  'minus zero': /-0(?![.\d])/,
  'a literal of Python': /None|True|NaN|Infinity/,
  'a key that every object has': /__proto__|constructor/,
  'a key that is a whole number': /\\"10\\"/,
  'a list in a list or in a row': /\[[^\]{}]*\[|\{[^{}]*\[[^\]]*\{[^{}]*\[/,
  'a tag in another letter case': /<Answer>/,
  'a tag twice': /<answer>.*<answer>|<think>.*<think>/,
  'a code fence': /```/,
};

const asText = (question: Question): string => JSON.stringify(question);

/** A key twice in one flat object: JSON says nothing of it, and the last one counts. */
const duplicateKey = /\{[^{}[\]]*"([a-z])\\?"\s*:[^{}[\]]*"\1\\?"\s*:/;

/** In how many questions each feature is. */
export function countFeatures(questions: readonly Question[]): Readonly<Record<string, number>> {
  const texts = questions.map(asText);
  const all = { ...features, 'a key twice': duplicateKey };
  return Object.fromEntries(
    Object.entries(all).map(([name, pattern]) => [name, texts.filter((text) => pattern.test(text)).length]),
  );
}
