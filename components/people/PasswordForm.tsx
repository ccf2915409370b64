'use client';

import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';

interface Props {
  readonly email: string;
  readonly hasPassword: boolean;
  readonly returnPath: string;
  /** Fewest characters of a password. */
  readonly minLength: number;
}

export function PasswordForm({ email, hasPassword, returnPath, minLength }: Props) {
  const router = useRouter();
  const form = useForm({
    initialValues: { current: '', password: '', again: '' },
    validate: {
      password: (value) => (value.length < minLength ? `At least ${minLength} characters` : null),
      again: (value, values) => (value === values.password ? null : 'Not the same as above'),
    },
  });
  const change = useMutation({
    mutationFn: ({ current, password }: typeof form.values) =>
      api.put('/api/account/password', hasPassword ? { current, password } : { password }),
    onSuccess: () => {
      form.reset();
      router.refresh();
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
      <Stack gap="sm">
        <Text size="sm">
          {hasPassword
            ? 'Change the password that you sign in with.'
            : `Set a password to sign in as ${email} without a link.`}
        </Text>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {hasPassword && (
          <PasswordInput label="Current password" autoComplete="current-password" {...form.getInputProps('current')} />
        )}
        <PasswordInput
          label="New password"
          description={`At least ${minLength} characters; a sentence is a good one.`}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordInput label="New password again" autoComplete="new-password" {...form.getInputProps('again')} />
        {change.isError && <ErrorNotice error={change.error} />}
        {change.isSuccess && (
          <Alert color="green" variant="light" icon={<IconCheck size={18} />} role="status">
            The password is set.
          </Alert>
        )}
        <Group justify="space-between">
          <Button component={Link} href={returnPath} variant="default">
            {change.isSuccess ? 'Continue' : hasPassword ? 'Back' : 'Later'}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {hasPassword ? 'Change password' : 'Set password'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
