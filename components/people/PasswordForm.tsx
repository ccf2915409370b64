'use client';

import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('people.passwordForm');
  const router = useRouter();
  const form = useForm({
    initialValues: { current: '', password: '', again: '' },
    validate: {
      password: (value) => (value.length < minLength ? t('atLeastCharacters', { minLength }) : null),
      again: (value, values) => (value === values.password ? null : t('notSameAsAbove')),
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
            ? t('changePasswordYouSign')
            : t('setPasswordToSign', { email })}
        </Text>
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        {hasPassword && (
          <PasswordInput label={t('currentPassword')} autoComplete="current-password" {...form.getInputProps('current')} />
        )}
        <PasswordInput
          label={t('newPassword')}
          description={t('atLeastCharactersSentence', { minLength })}
          autoComplete="new-password"
          {...form.getInputProps('password')}
        />
        <PasswordInput label={t('newPasswordAgain')} autoComplete="new-password" {...form.getInputProps('again')} />
        {change.isError && <ErrorNotice error={change.error} />}
        {change.isSuccess && (
          <Alert color="green" variant="light" icon={<IconCheck size={18} />} role="status">
            {t('passwordSet')}
          </Alert>
        )}
        <Group justify="space-between">
          <Button component={Link} href={returnPath} variant="default">
            {change.isSuccess ? t('continue') : hasPassword ? t('back') : t('later')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {hasPassword ? t('changePassword') : t('setPassword')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
