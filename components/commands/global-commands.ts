import { inScope, type Command, type PlacedCommand } from './command';
import { translator } from '@/messages/translator';

const t = translator('commands.globalCommands');
const groups = translator('commands.groups');

export interface GlobalActions {
  readonly openPalette: () => void;
  readonly showKeys: () => void;
}

type GlobalCommand = Command<GlobalActions>;

/** What every page of a project has. */
export const globalCommands = inScope('global', {
  palette: { name: 'palette', title: t('titles.palette'), group: groups('everywhere'), keys: ['Mod+K'], worksWhileTyping: true, isOnce: true, run: (on) => on.openPalette() },
  showKeys: { name: 'show-keys', title: t('titles.showKeys'), group: groups('everywhere'), keys: ['?', 'F1'], worksWhileTyping: true, isOnce: true, run: (on) => on.showKeys() },
} as const satisfies Record<string, GlobalCommand>);

export const allGlobalCommands: readonly PlacedCommand<GlobalActions>[] = Object.values(globalCommands);
