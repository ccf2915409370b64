import type { Random } from '@/lib/core/random';
import { nastyText, times } from './random-json';

const tags = ['<think>', '</think>', '<answer>', '</answer>', '```', '```json', '```JSON_5+x-', '````', '<Answer>', '< answer>'];
const blanks = ['', '', '', ' ', '\n', '\n\n', '\u00a0', '\u0085', '\u3000'];
/** White space to one language and not to the other, or to neither. */
const almostBlanks = ['\u001c', '\ufeff', '\u200b', '\u180e', 'so ', 'json'];

const gap = (random: Random): string => random.pick(random.int(30) ? blanks : almostBlanks);

function wrapped(answer: string, think: boolean, random: Random): string {
  const [a, b, c, d, e, f] = times(6, () => gap(random));
  const info = random.pick(['json', '', 'JSON', random.int(6) ? 'json' : 'json5 ']);
  const body = random.int(3) ? answer : `\`\`\`${info}${a}${answer}${b}\`\`\``;
  const thought = think === random.int(12) > 0 ? `<think>${nastyText(random, 12)}</think>` : '';
  return `${a}${thought}${c}<answer>${d}${body}${e}</answer>${f}`;
}

/** Something put in, cut out or doubled anywhere in the text. */
function tampered(text: string, others: readonly string[], random: Random): string {
  const at = random.int(text.length + 1);
  const end = at + random.int(text.length - at + 1);
  const kind = random.int(4);
  if (kind === 0) return text.slice(0, at) + text.slice(Math.min(end, at + 12));
  if (kind === 1) return text.slice(0, end) + text.slice(at);
  return text.slice(0, at) + random.pick([...tags, ...almostBlanks, ...others]) + text.slice(at);
}

/** A model's text around one of the answers: well-formed, tampered with, or a heap of pieces. */
export function randomCompletion(answers: readonly string[], think: boolean, random: Random): string {
  if (random.int(6) === 0)
    return times(random.int(9), () => random.pick([random.pick(tags), gap(random), random.pick(answers)])).join('');
  let text = wrapped(random.pick(answers), think, random);
  for (let i = random.pick([0, 0, 1, 1, 2, 3]); i > 0; i--) text = tampered(text, answers, random);
  return text;
}
