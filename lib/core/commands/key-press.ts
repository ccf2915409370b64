import { formatKey, isCharacter, isLetter, isNamedKey, upperCase, type HeldKey, type Key } from './key';

/** What a browser says of a key that went down. */
export interface KeyPress {
  /** What it types or is called, by the keyboard's layout. */
  readonly key: string;
  /** Where it is, by the layout of a US keyboard: "KeyA", "Digit1". */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** AltGr is held: it types signs, and browsers report it as Ctrl and Alt. */
  readonly altGraph: boolean;
}

const isLatin = (name: string): boolean => /^\p{Script=Latin}$/u.test(name);
const placeOf = (code: string): string | undefined => /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find(Boolean);

function nameOf(key: string, code: string): string | null {
  if (key === ' ' || key === '\u{a0}') return 'Space';
  if (isNamedKey(key)) return key;
  const name = upperCase(key);
  if (!isCharacter(name)) return null;
  // A Cyrillic or Greek letter is where a Latin one would be: Ctrl+S stays Ctrl+S.
  return isLetter(name) && !isLatin(name) && code.startsWith('Key') ? (placeOf(code) ?? name) : name;
}

function keyFrom(name: string, held: readonly HeldKey[], isShifted: boolean): Key {
  const showsShift = isShifted && (isNamedKey(name) || isLetter(name));
  return formatKey({ name, held: showsShift ? [...held, 'Shift'] : held });
}

/**
 * What a press can mean, the likelier first; nothing for a modifier alone or the
 * system's own key. Signs and letters are taken as the layout types them. Option
 * on a Mac types signs as well as it holds: Option+A is "Alt+A", and what it types.
 */
export function readPress(press: KeyPress, isMac: boolean): readonly Key[] {
  const { key, code, shiftKey } = press;
  const name = nameOf(key, code);
  if (press.altGraph && !isMac) {
    const isSign = name !== null && !isNamedKey(name) && !/^[A-Z]$/.test(name);
    return isSign ? [keyFrom(name, [], shiftKey)] : [];
  }
  if (!isMac && press.metaKey) return [];
  const held: HeldKey[] = [];
  if (isMac ? press.metaKey : press.ctrlKey) held.push('Mod');
  if (isMac && press.ctrlKey) held.push('Ctrl');
  if (!press.altKey) return name === null ? [] : [keyFrom(name, held, shiftKey)];
  const place = placeOf(code);
  const isTyped = isMac && place !== undefined && name !== place;
  const readings = [isTyped ? place : name].flatMap((of) => (of === null ? [] : [keyFrom(of, [...held, 'Alt'], shiftKey)]));
  return isTyped && name !== null && held.length === 0 ? [...readings, keyFrom(name, [], false)] : readings;
}
