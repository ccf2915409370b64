'use client';

import { ActionIcon, Alert, Button, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Translate } from '@/messages/translate';
import { isApiError } from './api';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

const words = (t: Translate<'ui.errorNotice'>, error: unknown): { title: string; message: string; id: string } => {
  if (isApiError(error)) return { title: error.title, message: error.message, id: error.id };
  return {
    title: t('serverCannotReached'),
    message: t('checkNetworkNothing'),
    id: '',
  };
};

/** What happened, to which thing, what to do, and an id that finds it in the log. */
export function ErrorNotice({ error, onRetry }: Props) {
  const t = useTranslations('ui.errorNotice');
  const { title, message, id } = words(t, error);
  return (
    <Alert color="red" variant="light" title={title} icon={<IconAlertTriangle size={18} />} role="alert">
      <Text size="sm">{message}</Text>
      <Group gap="xs" mt={onRetry || id ? 'xs' : 0}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
        {id && (
          <CopyButton value={id}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? t('copied') : t('copyIdOfError')}>
                <ActionIcon onClick={copy} aria-label={t('copyIdOfError')}>
                  {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                </ActionIcon>
              </Tooltip>
            )}
          </CopyButton>
        )}
      </Group>
    </Alert>
  );
}
