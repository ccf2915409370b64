/**
 * A key as it is stored and compared: what is held, in the order of `heldKeys`,
 * then the key, joined by "+": "Mod+Shift+Enter", "?", "Mod++". "Mod" is Ctrl, on
 * a Mac Cmd; "Ctrl" is the Control key of a Mac.
 */
export type Key = string;

export const heldKeys = ['Mod', 'Ctrl', 'Alt', 'Shift'] as const;
export type HeldKey = (typeof heldKeys)[number];

interface KeyParts {
  readonly held: readonly HeldKey[];
  /** A character, letters in upper case, or one of the names that browsers give keys. */
  readonly name: string;
}

const named = new Set([
  'Space', 'Enter', 'Tab', 'Escape', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown',
  'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', ...Array.from({ length: 12 }, (_, at) => `F${at + 1}`),
]);

export const isNamedKey = (name: string): boolean => named.has(name);
export const isLetter = (name: string): boolean => name.toUpperCase() !== name.toLowerCase();
/** A character as keys are named; one that becomes two in upper case stays as it is. */
export const upperCase = (character: string): string => ([...character.toUpperCase()].length === 1 ? character.toUpperCase() : character);
export const isCharacter = (name: string): boolean => [...name].length === 1 && name.trim() !== '' && name === upperCase(name);

/** Joins a key; what is held comes in its one order. */
export const formatKey = ({ held, name }: KeyParts): Key => [...heldKeys.filter((key) => held.includes(key)), name].join('+');

/** The parts of a key; null for text that is none, or not written in the one way. */
export function parseKey(text: string): KeyParts | null {
  const isPlus = text === '+' || text.endsWith('++');
  const parts = isPlus ? [...text.slice(0, -1).split('+').filter((part) => part !== ''), '+'] : text.split('+');
  const name = parts.at(-1) ?? '';
  const held = heldKeys.filter((key) => parts.slice(0, -1).includes(key));
  if (!isNamedKey(name) && !isCharacter(name)) return null;
  // Shift has made the sign already: "?" and never "Shift+?".
  if (held.includes('Shift') && !isNamedKey(name) && !isLetter(name)) return null;
  return formatKey({ held, name }) === text ? { held, name } : null;
}

/** Whether the key puts a character into a text field: there it is never a command. */
export function typesCharacter(key: Key): boolean {
  const parts = parseKey(key);
  return parts !== null && parts.held.every((held) => held === 'Shift') && (!isNamedKey(parts.name) || parts.name === 'Space');
}

const shownNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn', Escape: 'Esc', Delete: 'Del',
};
const shownHeld = {
  mac: { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' },
  other: { Mod: 'Ctrl', Ctrl: 'Ctrl', Alt: 'Alt', Shift: 'Shift' },
} as const;

/** The caps of a key, as they stand on buttons and in the help. */
export function showKey(key: Key, isMac: boolean): readonly string[] {
  const parts = parseKey(key);
  if (!parts) return [key];
  const held = shownHeld[isMac ? 'mac' : 'other'];
  return [...parts.held.map((name) => held[name]), shownNames[parts.name] ?? parts.name];
}

/** The same in one piece: "Ctrl+Enter", on a Mac "⌘Enter". */
export const spellKey = (key: Key, isMac: boolean): string => showKey(key, isMac).join(isMac ? '' : '+');
