'use client';

import { Button, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import type { ProjectSettings } from './project-settings';

interface Props {
  readonly settings: ProjectSettings;
  readonly canManage: boolean;
}

export function ProjectForm({ settings, canManage }: Props) {
  const router = useRouter();
  const client = useQueryClient();
  const { id, name, ocrLanguage, ocrLanguages, reviewRequired } = settings;
  const form = useForm({
    initialValues: { name, ocrLanguage, reviewRequired },
    validate: { name: (value) => (value.trim() === '' ? 'A name is needed' : null) },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.put(`/api/projects/${id}/settings`, values),
    onSuccess: async () => {
      form.resetDirty();
      notifications.show({ message: 'The project is saved.' });
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
        <TextInput label="Name" disabled={!canManage} {...form.getInputProps('name')} />
        <Select
          label="Language of the documents"
          description={`For the OCR of documents imported from now on. Another language is an npm package: @tesseract.js-data/CODE.`}
          data={choices.map((code) => ({ value: code, label: ocrLanguages.includes(code) ? code : `${code} (not installed)` }))}
          error={isInstalled ? null : `The package @tesseract.js-data/${ocrLanguage} is not installed: pages cannot be read.`}
          allowDeselect={false}
          disabled={!canManage}
          {...form.getInputProps('ocrLanguage')}
        />
        <Switch
          label="A reviewer accepts each annotation before it is gold"
          description="Where this is off, what an annotator submits is gold at once."
          disabled={!canManage}
          {...form.getInputProps('reviewRequired', { type: 'checkbox' })}
        />
        {save.isError && <ErrorNotice error={save.error} />}
        {canManage ? (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        ) : (
          <Text size="xs" c="dimmed">
            Admins of the project change these.
          </Text>
        )}
      </Stack>
    </form>
  );
}
