'use client';

import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { CommandTip } from './CommandTip';
import { globalCommands } from './global-commands';
import { useLiveCommands } from './live-commands';

/** The way to the keys of the page for those who use a mouse. */
export function ShowKeysButton() {
  const t = useTranslations('commands.showKeysButton');
  const live = useLiveCommands();
  return (
    <CommandTip command={globalCommands.showKeys}>
      <ActionIcon aria-label={t('showKeys')} onClick={() => live.run(globalCommands.showKeys)}><IconKeyboard size={18} /></ActionIcon>
    </CommandTip>
  );
}
