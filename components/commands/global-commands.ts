import { inScope, type Command, type PlacedCommand } from './command';

export interface GlobalActions {
  readonly openPalette: () => void;
  readonly showKeys: () => void;
}

type GlobalCommand = Command<GlobalActions>;

/** What every page of a project has. */
export const globalCommands = inScope('global', {
  palette: { name: 'palette', title: 'Go to, or do', group: 'Everywhere', keys: ['Mod+K'], worksWhileTyping: true, isOnce: true, run: (on) => on.openPalette() },
  showKeys: { name: 'show-keys', title: 'Show the keys', group: 'Everywhere', keys: ['?', 'F1'], worksWhileTyping: true, isOnce: true, run: (on) => on.showKeys() },
} as const satisfies Record<string, GlobalCommand>);

export const allGlobalCommands: readonly PlacedCommand<GlobalActions>[] = Object.values(globalCommands);
