'use client';

import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'use-intl';
import { wordsForRefusal } from '@/lib/core/access/sign-in-refusal';
import { useSignIn } from './use-sign-in';

interface Props {
  readonly returnPath: string;
  /** Refusal code that a redirect brought along. */
  readonly refusal: string | null;
  /** Name of the identity provider; null where none is set up. */
  readonly providerName: string | null;
}

export function SignInForm({ returnPath, refusal, providerName }: Props) {
  const t = useTranslations('people.signInForm');
  const attempt = useSignIn();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('yourAddressNeeded') : null),
      password: (value) => (value === '' ? t('yourPasswordNeeded') : null),
    },
  });
  const message = attempt.error?.message ?? (refusal !== null && attempt.isIdle ? wordsForRefusal(refusal) : null);
  const isBusy = attempt.isPending || attempt.isSuccess;
  return (
    <Stack gap="md">
      {message !== null && (
        <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} />} role="alert">
          {message}
        </Alert>
      )}
      <form onSubmit={form.onSubmit((given) => attempt.mutate({ provider: 'password', given, returnPath }))}>
        <Stack gap="sm">
          <TextInput label={t('eMailAddress')} type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
          <PasswordInput label={t('password')} autoComplete="current-password" {...form.getInputProps('password')} />
          <Button type="submit" size="sm" loading={isBusy}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
      {providerName !== null && (
        <>
          <Divider label={t('or')} />
          <Button variant="default" size="sm" onClick={() => void signIn('oidc', { callbackUrl: returnPath })}>
            {t('signInWith', { providerName })}
          </Button>
        </>
      )}
    </Stack>
  );
}
