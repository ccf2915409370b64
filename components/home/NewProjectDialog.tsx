'use client';

import { Button, Group, Modal, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { schemaPresets } from '@/lib/core/schema/presets';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const toShortName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);

export function NewProjectDialog({ isOpen, onClose }: Props) {
  const t = useTranslations('home.newProjectDialog');
  const router = useRouter();
  const form = useForm({
    initialValues: { name: '', id: '', preset: schemaPresets[0]?.id ?? '', ocrLanguage: 'eng', reviewRequired: true },
    validate: {
      name: (value) => (value.trim() === '' ? t('nameNeeded') : null),
      id: (value) => (/^[a-z0-9][a-z0-9-]{1,48}$/.test(value) ? null : t('smallLettersDigits')),
    },
  });
  const creation = useMutation({
    mutationFn: ({ preset, ...values }: typeof form.values) =>
      api.post<{ id: string }>('/api/projects', {
        ...values,
        schema: schemaPresets.find(({ id }) => id === preset)?.schema,
      }),
    onSuccess: ({ id }) => router.push(`/p/${id}`),
  });
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('newProject')} size="md">
      <form onSubmit={form.onSubmit((values) => creation.mutate(values))}>
        <Stack gap="sm">
          <TextInput
            label={t('name')}
            data-autofocus
            {...form.getInputProps('name')}
            onChange={(event) => {
              const { value } = event.currentTarget;
              form.setFieldValue('name', value);
              if (!form.isDirty('id') || form.values.id === toShortName(form.values.name)) {
                form.setFieldValue('id', toShortName(value));
              }
            }}
          />
          <TextInput
            label={t('shortName')}
            description={t('standsInEveryAddress')}
            {...form.getInputProps('id')}
          />
          <Radio.Group label={t('startFrom')} {...form.getInputProps('preset')}>
            <Stack gap={6} mt={6}>
              {schemaPresets.map(({ id, name, summary }) => (
                <Radio key={id} value={id} label={name} description={summary} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={t('languageOfDocuments')}
            description={t('tesseractsCodeEngInstalled')}
            {...form.getInputProps('ocrLanguage')}
          />
          <Switch
            label={t('reviewerAcceptsEachAnnotation')}
            {...form.getInputProps('reviewRequired', { type: 'checkbox' })}
          />
          {creation.isError && <ErrorNotice error={creation.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={creation.isPending}>
              {t('createProject')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
