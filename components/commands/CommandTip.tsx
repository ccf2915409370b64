'use client';

import { Tooltip, type TooltipProps } from '@mantine/core';
import type { ReactElement } from 'react';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import { useKeys } from './keys-context';

interface Props extends Pick<TooltipProps, 'position'> {
  readonly command: CommandInfo;
  /** What stands there in place of the command's title. */
  readonly label?: string;
  readonly children: ReactElement;
}

/** Says what a button does and by which key it is done as well. */
export function CommandTip({ command, label, children, ...others }: Props) {
  const { describe } = useKeys();
  return (
    <Tooltip label={describe(label === undefined ? command : { ...command, title: label })} {...others}>
      {children}
    </Tooltip>
  );
}
