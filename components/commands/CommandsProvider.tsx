'use client';

import { useOs } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { type ReactNode, useMemo, useState } from 'react';
import type { OwnKeys } from '@/lib/core/commands/own-keys';
import { allGlobalCommands } from './global-commands';
import { KeysContextProvider } from './keys-context';
import { KeysHelp } from './KeysHelp';
import { createLiveCommands, LiveCommandsProvider } from './live-commands';
import { useCommands } from './use-commands';
import { useKeyListener } from './use-key-listener';
import { useOwnKeys } from './use-own-keys';

/** Keys that every page has, and the listener for all of them. */
function Everywhere() {
  const [showsKeys, setShowsKeys] = useState(false);
  useCommands(allGlobalCommands, { openPalette: spotlight.open, showKeys: () => setShowsKeys(true) });
  useKeyListener();
  return <KeysHelp isOpen={showsKeys} onClose={() => setShowsKeys(false)} />;
}

interface Props {
  /** As the server had them when it drew the page. */
  readonly ownKeys: OwnKeys;
  readonly children: ReactNode;
}

/** What commands and their keys need, around all pages of a project. */
export function CommandsProvider({ ownKeys, children }: Props) {
  const [live] = useState(createLiveCommands);
  const own = useOwnKeys(ownKeys);
  const os = useOs();
  const isMac = os === 'macos' || os === 'ios';
  const keys = useMemo(() => ({ own, isMac }), [own, isMac]);
  return (
    <KeysContextProvider value={keys}>
      <LiveCommandsProvider value={live}>
        {children}
        <Everywhere />
      </LiveCommandsProvider>
    </KeysContextProvider>
  );
}
