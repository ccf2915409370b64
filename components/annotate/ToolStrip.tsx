'use client';

import { ActionIcon, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconHandStop, IconMaximize, IconPointer, IconRectangle, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CanvasTool } from '@/lib/core/tools/types';
import classes from './annotate.module.css';
import { showKey } from './commands/command';
import { labelCommands } from './commands/label-commands';

interface Props {
  readonly tool: CanvasTool;
  readonly isReadOnly: boolean;
  readonly previews: readonly string[];
  readonly page: number;
  readonly onTool: (tool: CanvasTool) => void;
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
  readonly onPage: (page: number) => void;
}

interface ToolButtonProps {
  readonly command: { readonly title: string; readonly keys: readonly string[] };
  readonly isChosen?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ToolButton({ command, isChosen, onClick, children }: ToolButtonProps) {
  return (
    <Tooltip label={`${command.title} (${showKey(command.keys[0] ?? '').join('+')})`} position="right">
      <ActionIcon
        variant={isChosen ? 'light' : 'subtle'}
        color={isChosen ? 'teal' : 'gray'}
        aria-label={command.title}
        {...(isChosen === undefined ? {} : { 'aria-pressed': isChosen })}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Tools, zoom and the pages, left of the canvas. */
export function ToolStrip({ tool, isReadOnly, previews, page, onTool, onZoom, onFit, onPage }: Props) {
  return (
    <nav className={classes.strip} aria-label="Tools and pages">
      {!isReadOnly && (
        <Stack gap={2} align="center" role="group" aria-label="Tools">
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
      <Stack gap={2} align="center" role="group" aria-label="Zoom">
        <ToolButton command={labelCommands.zoomIn} onClick={() => onZoom(1.25)}><IconZoomIn size={18} /></ToolButton>
        <ToolButton command={labelCommands.zoomOut} onClick={() => onZoom(0.8)}><IconZoomOut size={18} /></ToolButton>
        <ToolButton command={labelCommands.fit} onClick={onFit}><IconMaximize size={18} /></ToolButton>
      </Stack>
      {previews.length > 1 && (
        <div className={classes.pages} role="group" aria-label="Pages">
          {previews.map((url, at) => (
            <UnstyledButton
              key={url}
              className={classes.page}
              aria-label={`Page ${at + 1} of ${previews.length}`}
              aria-current={at === page}
              onClick={() => onPage(at)}
            >
              <img src={url} alt="" loading="lazy" />
              <Text size="xs" ta="center">{at + 1}</Text>
            </UnstyledButton>
          ))}
        </div>
      )}
    </nav>
  );
}
