/** Something a person can do: one name for its key, its button and its line in the help. */
export interface Command<Context> {
  readonly name: string;
  readonly title: string;
  readonly group: 'Document' | 'Fields' | 'Rows' | 'Page' | 'Help';
  /** "Mod" is Ctrl, on a Mac Cmd. The first one is shown. */
  readonly keys: readonly string[];
  /** Whether its keys work while the text cursor is in a field. */
  readonly worksWhileTyping: boolean;
  /** Whether the key is left to the browser this time. */
  readonly isPassedOn?: (context: Context, event: KeyboardEvent) => boolean;
  readonly run: (context: Context) => void;
}

/** "Mod+Shift+Enter" of a key press; letters in upper case. */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Shift made the character already where it is no letter: "?" is not "Shift+?".
  const showsShift = event.shiftKey && (key.length > 1 || /[A-Z]/.test(key));
  const held = [
    (event.ctrlKey || event.metaKey) && 'Mod',
    event.altKey && 'Alt',
    showsShift && 'Shift',
  ].filter((part): part is string => part !== false);
  return [...held, key].join('+');
}

const shown: Readonly<Record<string, string>> = {
  Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn', Escape: 'Esc',
};

/** The key as it stands on buttons and in the help. */
export const showKey = (key: string): readonly string[] =>
  // "+" is a key of its own as well as what joins the others.
  (key === '+' ? ['+'] : key.split('+')).map((part) => shown[part] ?? part);
