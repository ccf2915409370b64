'use client';

import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useSignIn } from './use-sign-in';

interface Props {
  readonly token: string;
  readonly name: string;
  readonly returnPath: string;
}

/** A press, not the visit, uses the link up: mail scanners and previews visit every link. */
export function LinkSignIn({ token, name, returnPath }: Props) {
  const t = useTranslations('people.linkSignIn');
  const attempt = useSignIn();
  return (
    <Stack gap="md">
      {attempt.error ? (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
          {attempt.error.message}
        </Alert>
      ) : (
        <Text size="sm">{t('linkWorksOnce', { name })}</Text>
      )}
      <Button
        size="sm"
        loading={attempt.isPending || attempt.isSuccess}
        onClick={() => attempt.mutate({ provider: 'one-time-link', given: { token }, returnPath })}
      >
        {t('signInAs', { name })}
      </Button>
    </Stack>
  );
}
