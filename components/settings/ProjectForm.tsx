'use client';

import { Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { PreLabelsSwitch } from '../prelabels/PreLabelsSwitch';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import type { ProjectSettings } from './project-settings';

interface Props {
  readonly settings: ProjectSettings;
  readonly canManage: boolean;
}

export function ProjectForm({ settings, canManage }: Props) {
  const t = useTranslations('settings.projectForm');
  const router = useRouter();
  const client = useQueryClient();
  const { id, name, ocrLanguage, ocrLanguages, reviewRequired, preLabels } = settings;
  const form = useForm({
    initialValues: { name, ocrLanguage, reviewRequired, preLabels },
    validate: { name: (value) => (value.trim() === '' ? t('nameNeeded') : null) },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.put(`/api/projects/${id}/settings`, values),
    onSuccess: async () => {
      form.resetDirty();
      notifications.show({ message: t('projectSaved') });
      await client.invalidateQueries({ queryKey: ['project-settings', id] });
      // The name stands in the frame too.
      router.refresh();
    },
  });
  const isInstalled = ocrLanguages.includes(ocrLanguage);
  const choices = isInstalled ? ocrLanguages : [ocrLanguage, ...ocrLanguages];
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} className="hf-surface" style={{ padding: 16 }}>
      <Stack gap="md">
        <TextInput label={t('name')} disabled={!canManage} {...form.getInputProps('name')} />
        <Select
          label={t('languageOfDocuments')}
          description={t('forOcrOfDocuments')}
          data={choices.map((code) => ({ value: code, label: ocrLanguages.includes(code) ? code : t('notInstalled', { code }) }))}
          error={isInstalled ? null : t('packageMissing', { code: ocrLanguage })}
          allowDeselect={false}
          disabled={!canManage}
          {...form.getInputProps('ocrLanguage')}
        />
        <Switch
          label={t('reviewerAcceptsEachAnnotation')}
          description={t('whereOffWhatAnnotator')}
          disabled={!canManage}
          {...form.getInputProps('reviewRequired', { type: 'checkbox' })}
        />
        <PreLabelsSwitch disabled={!canManage} {...form.getInputProps('preLabels', { type: 'checkbox' })} />
        {save.isError && <ErrorNotice error={save.error} />}
        {canManage ? (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {t('save')}
            </Button>
          </Group>
        ) : (
          <Text size="xs" c="dimmed">
            {t('adminsOfProjectChange')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
