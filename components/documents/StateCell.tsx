import { Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconLoader } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { DocumentRow } from './types';

const icons = { waiting: IconClock, reading: IconLoader, read: IconCircleCheck, failed: IconAlertTriangle } as const;
const colors = { waiting: 'var(--hf-muted)', reading: 'var(--hf-focus)', read: 'var(--hf-right)', failed: 'var(--hf-wrong)' } as const;

/** How far OCR is with a document: a glyph and a word, the reason on hover where it failed. */
export function StateCell({ readState, readError }: Pick<DocumentRow, 'readState' | 'readError'>) {
  const words = useTranslations('documents.words');
  const Icon = icons[readState];
  return (
    <Tooltip label={readError ?? ''} disabled={readError === null} multiline maw={360}>
      <Group gap={4} wrap="nowrap">
        <Icon size={14} color={colors[readState]} aria-hidden />
        <Text span size="sm" truncate>
          {words(`readStates.${readState}`)}
        </Text>
      </Group>
    </Tooltip>
  );
}
