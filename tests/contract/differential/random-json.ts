import type { Random } from '@/lib/core/random';

/** JSON before it is spelled: leaves are literals as they will stand in the text. */
export type Sketch =
  | { readonly kind: 'leaf'; readonly literal: string }
  | { readonly kind: 'list'; readonly rows: readonly Sketch[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [key: string, value: Sketch])[] };

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/**
 * What the two languages treat differently by nature: white space of one and not
 * of the other, composed and compatible forms, cases without a partner, digits of
 * other scripts, surrogates with and without their other half.
 */
const nastyCharacters: readonly string[] = [
  [...'aBeE1290,.+-:/<>{}[]`"\\'],
  [' ', '\t', '\n', '\u000b', '\u001c', '\u001f', '\u0085', '\u00a0', '\u1680', '\u180e', '\u200b', '\u2028'],
  ['\u2029', '\u202f', '\u3000', '\ufeff', '\u0000'],
  ['ﬁ', 'Ａ', '１', '①', '½', 'Ⅷ', '\u212a', '\u212b', 'ǅ', 'ﷺ', '٣', '가', '\u1100', '\u1161'],
  ['é', 'e\u0301', '\u0301', '\u0345', '\u0327'],
  ['Σ', 'σ', 'ς', 'ΑΣ', 'Σ.', 'ʰΣ', 'İ', 'I', 'ı', 'ß', 'ẞ', '\u2126', '𐐀', '𝐀', '😀', '\ud83d', '\ude00'],
].flat();

/** Each line holds spellings that are equal under some rule and not under another. */
const families: readonly (readonly string[])[] = [
  ['15', '15.0', '1.5e1', '150E-1', '"15"', '"15.0"', '"１５"', '" 15 "', '"+15"', '"015"'],
  ['0', '-0', '0.0', '-0e5', '"0"', '"-0"', '"+0"', '0e-999', '1e-999'],
  ['1000', '1e3', '"1,000"', '"1000"', '"1,000.0"', '"1e3"', '"1E+03"', '"1,00"', '"1000,000"'],
  ['1e21', '"1e21"', '"1e+21"', '1000000000000000000000', '999999999999999999999', '"1,000,000,000,000,000,000,000"'],
  ['9007199254740993', '9007199254740992', '"9007199254740993"', '9007199254740993.0', '123456789012345678901234567890'],
  ['1e-7', '0.0000001', '"1e-7"', '"1e-07"', '0.000001', '1.5e-7', '5e-324', '2e-324', '1.7976931348623157e308'],
  ['0.1', '0.30000000000000004', '0.10000000000000001', '"0.1"', '".1"', '"0.1."', '"0.10"', '"5."', '"٣"', '"1_0"'],
  ['"1e999"', '"-1e999"', '"inf"', '"Infinity"', '"NaN"', '"nan"', '"0x10"'],
  ['true', '"true"', '1', '"True"'],
  ['null', '""', '"  "', '"\\u0085"', '"\\u3000\\u2028"', '"\\u001c"', '"\\ufeff"'],
  ['"Ann Lee"', '"ann lee"', '"Ann  Lee"', '"Ann\\u00a0Lee"', '" ANN LEE\\n"', '"Ann\\u001cLee"', '"Ａnn Lee"'],
  ['"\\u00e9"', '"e\\u0301"', '"É"', '"e"', '"E\\u0301"'],
  ['"ΟΔΟΣ"', '"οδος"', '"οδοσ"', '"ΟΔΟΣ."', '"οδος."', '"ΟΔΟΣʰ"'],
  ['"İ"', '"i̇"', '"I"', '"ı"', '"i"', '"STRASSE"', '"straße"', '"STRAẞE"'],
  ['"😀"', '"\\ue000"', '"\ufffd"', '"\uffee"'],
  ['"\\ud83d\\ude00"', '"😀"', '"\\ud83d"', '"\\ude00"', '"\\ude00\\ud83d"', '"\ud83d\\ude00"', '"\\ud83d\ude00"'],
];

/** No JSON, or JSON that a double cannot hold. */
const brokenLiterals = ['NaN', 'Infinity', '-Infinity', '1e999', '01', '.5', '5.', '+1', "'a'", 'None', 'True', '"\n"', '"\\x"'];

/** A JSON string; characters are escaped or not by chance, where JSON leaves the choice. */
export function spellString(text: string, random: Random): string {
  const units = times(text.length, (i) => text.charAt(i));
  const spelled = units.map((unit) => {
    const code = unit.charCodeAt(0);
    if (code >= 0x20 && unit !== '"' && unit !== '\\' && random.int(5) > 0) return unit;
    const hex = code.toString(16).padStart(4, '0');
    return `\\u${random.int(2) ? hex : hex.toUpperCase()}`;
  });
  return `"${spelled.join('')}"`;
}

export const nastyText = (random: Random, longest = 6): string =>
  times(random.int(longest + 1), () => random.pick(nastyCharacters)).join('');

function randomNumber(random: Random): string {
  const digits = (most: number): string => times(1 + random.int(most), () => random.int(10)).join('');
  const whole = String(BigInt(digits(random.pick([1, 3, 25]))));
  const fraction = random.int(2) ? `.${digits(random.pick([1, 4, 20]))}` : '';
  const exponent = random.int(3) ? '' : `${random.pick(['e', 'E'])}${random.pick(['', '+', '-'])}${random.int(340)}`;
  return `${random.int(3) ? '' : '-'}${whole}${fraction}${exponent}`;
}

export function randomLeaf(random: Random): Sketch {
  const kind = random.int(24);
  if (kind < 17) return { kind: 'leaf', literal: random.pick(random.pick(families)) };
  if (kind < 20) return { kind: 'leaf', literal: spellString(nastyText(random), random) };
  if (kind < 22) return { kind: 'leaf', literal: randomNumber(random) };
  if (kind < 23) return { kind: 'leaf', literal: JSON.stringify(randomNumber(random)) };
  const literal = random.int(16) ? '"a"' : random.pick(brokenLiterals);
  return { kind: 'leaf', literal };
}

/** Leaves that are close to each other, for the cells of a table. */
export function randomCells(count: number, random: Random): Sketch[] {
  if (random.int(2)) return times(count, () => randomLeaf(random));
  const family = random.pick(families);
  return times(count, () => ({ kind: 'leaf', literal: random.pick(family) }));
}

/** Another spelling of the same family, for a leaf that has one. */
export function siblingOf(leaf: Sketch & { readonly kind: 'leaf' }, random: Random): Sketch {
  const family = families.find((literals) => literals.includes(leaf.literal));
  return family ? { kind: 'leaf', literal: random.pick(family) } : leaf;
}

const space = (random: Random): string => (random.int(6) ? '' : random.pick([' ', '\n', '\t', '\r\n', '  ']));

/** The text of a sketch with white space here and there. */
export function spell(sketch: Sketch, random: Random): string {
  if (sketch.kind === 'leaf') return `${space(random)}${sketch.literal}${space(random)}`;
  if (sketch.kind === 'list') return `[${sketch.rows.map((row) => spell(row, random)).join()}${space(random)}]`;
  const entries = sketch.entries.map(
    ([key, value]) => `${space(random)}${spellString(key, random)}${space(random)}:${spell(value, random)}`,
  );
  return `{${entries.join()}${space(random)}}`;
}

/** A text with one character too few, too many or in the wrong place; unbroken most of the time. */
export function perhapsBroken(text: string, random: Random): string {
  if (random.int(20)) return text;
  const at = random.int(text.length + 1);
  const without = random.int(3) ? '' : text.slice(at + 1);
  if (without) return text.slice(0, at) + without;
  return text.slice(0, at) + random.pick([...'{}[],:"\\ne1.-0\u00a0\ufeff\u0001', '//', '\ud83d', '\\u12']) + text.slice(at);
}
