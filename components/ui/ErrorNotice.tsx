'use client';

import { ActionIcon, Alert, Button, CopyButton, Group, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy } from '@tabler/icons-react';
import { isApiError } from './api';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

const words = (error: unknown): { title: string; message: string; id: string } => {
  if (isApiError(error)) return { title: error.title, message: error.message, id: error.id };
  return {
    title: 'The server cannot be reached',
    message: 'Check the network. Nothing that was saved is lost.',
    id: '',
  };
};

/** What happened, to which thing, what to do, and an id that finds it in the log. */
export function ErrorNotice({ error, onRetry }: Props) {
  const { title, message, id } = words(error);
  return (
    <Alert color="red" variant="light" title={title} icon={<IconAlertTriangle size={18} />} role="alert">
      <Text size="sm">{message}</Text>
      <Group gap="xs" mt={onRetry || id ? 'xs' : 0}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        {id && (
          <CopyButton value={id}>
            {({ copied, copy }) => (
              <Tooltip label={copied ? 'Copied' : 'Copy the id of this error'}>
                <ActionIcon onClick={copy} aria-label="Copy the id of this error">
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
