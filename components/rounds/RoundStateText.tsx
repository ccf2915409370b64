import { Group, Loader, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconClock,
  IconPlayerPause,
} from '@tabler/icons-react';
import type { RoundView } from './round-view';

function glyph({ state, isOver, stateInWords }: RoundView) {
  if (state === 'ready') return <IconCircleCheck size={16} color="var(--hf-right)" aria-hidden />;
  if (state === 'failed') return <IconAlertTriangle size={16} color="var(--hf-wrong)" aria-hidden />;
  if (state === 'cancelled') return <IconCircleMinus size={16} color="var(--hf-muted)" aria-hidden />;
  if (state === 'queued') return <IconClock size={16} color="var(--hf-muted)" aria-hidden />;
  if (state === 'paused' || (!isOver && stateInWords.includes('waiting'))) {
    return <IconPlayerPause size={16} color="var(--hf-near)" aria-hidden />;
  }
  return <Loader size={14} aria-hidden />;
}

/** The state in words, never by colour alone. */
export function RoundStateText({ round }: { readonly round: RoundView }) {
  return (
    <Group gap={6} wrap="nowrap">
      {glyph(round)}
      <Text size="sm" lineClamp={2}>
        {round.stateInWords}
      </Text>
    </Group>
  );
}
