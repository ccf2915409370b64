import { parseKey, spellKey, type Key } from './key';

type Meanings = Readonly<Record<string, readonly Key[]>>;

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Combinations that browsers keep, or that people need there; by what they do. */
const browser: Meanings = {
  'closes the tab': ['Mod+W', 'Mod+F4'],
  'closes the window': ['Mod+Shift+W', 'Alt+F4', 'Mod+Q'],
  'opens a tab': ['Mod+T'],
  'opens the last closed tab': ['Mod+Shift+T'],
  'opens a window': ['Mod+N', 'Mod+Shift+N', 'Mod+Shift+P'],
  'goes to another tab': ['Mod+Tab', 'Mod+Shift+Tab', 'Mod+PageUp', 'Mod+PageDown', ...digits.map((digit) => `Mod+${digit}`)],
  'loads the page again': ['Mod+R', 'Mod+Shift+R', 'F5', 'Mod+F5', 'Shift+F5'],
  'goes to the address bar': ['Mod+L', 'Alt+D', 'F6'],
  'searches the page': ['Mod+F', 'F3'],
  'prints the page': ['Mod+P'],
  'copies, cuts, pastes or selects text': ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+A', 'Mod+Shift+V'],
  'changes the size of everything': ['Mod++', 'Mod+=', 'Mod+-', 'Mod+0'],
  'fills the screen': ['F11'],
  "opens the browser's tools": ['F12', 'Mod+Shift+I', 'Mod+Shift+J', 'Mod+Shift+C'],
};
/** Combinations that macOS keeps. */
const mac: Meanings = {
  'searches the computer': ['Mod+Space', 'Mod+Alt+Space'],
  'changes the language of the keyboard': ['Ctrl+Space'],
  'hides or shrinks the window': ['Mod+H', 'Mod+Alt+H', 'Mod+M'],
  'shows all windows': ['Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight'],
};
/** Keys that carry people through any page who use no mouse. */
const walking: readonly Key[] = ['Tab', 'Shift+Tab', 'Escape'];

const meaningIn = (meanings: Meanings, key: Key): string | undefined =>
  Object.entries(meanings).find(([, keys]) => keys.includes(key))?.[0];

/** Whether the browser or the system keeps the key for itself on such a computer. */
export const isKept = (key: Key, isMac: boolean): boolean =>
  meaningIn(browser, key) !== undefined || (isMac && meaningIn(mac, key) !== undefined);

/** Why a person cannot choose the key, in words; null where they can. */
export function refusalOf(key: Key, isMac: boolean): string | null {
  const shown = spellKey(key, isMac);
  if (parseKey(key) === null) return `${shown} is no key that a page hears of.`;
  if (walking.includes(key)) return `${shown} is needed to get through the page without a mouse.`;
  const byBrowser = meaningIn(browser, key);
  if (byBrowser !== undefined) return `${shown} ${byBrowser}: the browser keeps it.`;
  const bySystem = isMac ? meaningIn(mac, key) : undefined;
  return bySystem === undefined ? null : `${shown} ${bySystem}: macOS keeps it.`;
}
