'use client';

import { ActionIcon, Stack } from '@mantine/core';
import { IconHandStop, IconMaximize, IconPointer, IconRectangle, IconRotateClockwise, IconZoomIn, IconZoomOut, IconZoomScan } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { CanvasTool } from '@/lib/core/tools/types';
import type { PageLight } from '@/components/canvas/page-light';
import type { CommandInfo } from '@/lib/core/commands/command-info';
import { CommandTip } from '@/components/commands/CommandTip';
import classes from './annotate.module.css';
import { labelCommands } from './commands/label-commands';
import { LightMenu } from './LightMenu';

interface Props {
  readonly tool: CanvasTool;
  readonly isReadOnly: boolean;
  readonly light: PageLight;
  readonly isMagnified: boolean;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onTurn: () => void;
  readonly onLight: (light: PageLight) => void;
  readonly onMagnify: (isMagnified: boolean) => void;
  readonly children?: ReactNode;
}

interface ToolButtonProps {
  readonly command: CommandInfo;
  readonly isChosen?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ToolButton({ command, isChosen, onClick, children }: ToolButtonProps) {
  return (
    <CommandTip command={command} position="right">
      <ActionIcon
        variant={isChosen ? 'light' : 'subtle'}
        color={isChosen ? 'teal' : 'gray'}
        aria-label={command.title}
        {...(isChosen === undefined ? {} : { 'aria-pressed': isChosen })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </CommandTip>
  );
}

/** Tools, zoom and light; what stands below them comes as children. */
export function ToolStrip({ tool, isReadOnly, light, isMagnified, onTool, onZoom, onFit, onTurn, onLight, onMagnify, children }: Props) {
  const t = useTranslations('annotate.toolStrip');
  const groups = useTranslations('commands.groups');
  const glass: CommandInfo = { scope: 'label', name: 'glass', group: groups('page'), title: t('magnifyingGlass'), keys: [] };
  return (
    <nav className={classes.strip} aria-label={t('toolsAndPages')}>
      {!isReadOnly && (
        <Stack gap={2} align="center" role="group" aria-label={t('tools')}>
          <ToolButton command={labelCommands.selectTool} isChosen={tool === 'select'} onClick={() => onTool('select')}>
            <IconPointer size={18} />
          </ToolButton>
          <ToolButton command={labelCommands.boxTool} isChosen={tool === 'box'} onClick={() => onTool('box')}>
            <IconRectangle size={18} />
          </ToolButton>
          <ToolButton command={labelCommands.panTool} isChosen={tool === 'pan'} onClick={() => onTool('pan')}>
            <IconHandStop size={18} />
          </ToolButton>
        </Stack>
      )}
      <Stack gap={2} align="center" role="group" aria-label={t('zoom')}>
        <ToolButton command={labelCommands.zoomIn} onClick={() => onZoom(1.25)}><IconZoomIn size={18} /></ToolButton>
        <ToolButton command={labelCommands.zoomOut} onClick={() => onZoom(0.8)}><IconZoomOut size={18} /></ToolButton>
        <ToolButton command={labelCommands.fit} onClick={onFit}><IconMaximize size={18} /></ToolButton>
      </Stack>
      <Stack gap={2} align="center" role="group" aria-label={t('view')}>
        <ToolButton command={labelCommands.turnView} onClick={onTurn}><IconRotateClockwise size={18} /></ToolButton>
        <LightMenu light={light} onChange={onLight} />
        <ToolButton command={glass} isChosen={isMagnified} onClick={() => onMagnify(!isMagnified)}><IconZoomScan size={18} /></ToolButton>
      </Stack>
      {children}
    </nav>
  );
}
