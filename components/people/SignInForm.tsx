'use client';

import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { signIn } from 'next-auth/react';
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
  const attempt = useSignIn();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? 'Your address is needed' : null),
      password: (value) => (value === '' ? 'Your password is needed' : null),
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
          <TextInput label="E-mail address" type="email" autoComplete="username" autoFocus {...form.getInputProps('email')} />
          <PasswordInput label="Password" autoComplete="current-password" {...form.getInputProps('password')} />
          <Button type="submit" size="sm" loading={isBusy}>
            Sign in
          </Button>
        </Stack>
      </form>
      {providerName !== null && (
        <>
          <Divider label="or" />
          <Button variant="default" size="sm" onClick={() => void signIn('oidc', { callbackUrl: returnPath })}>
            Sign in with {providerName}
          </Button>
        </>
      )}
    </Stack>
  );
}
