'use client';

import { Button, Group, Modal, Radio, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
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
  const router = useRouter();
  const form = useForm({
    initialValues: { name: '', id: '', preset: schemaPresets[0]?.id ?? '', ocrLanguage: 'eng', reviewRequired: true },
    validate: {
      name: (value) => (value.trim() === '' ? 'A name is needed' : null),
      id: (value) => (/^[a-z0-9][a-z0-9-]{1,48}$/.test(value) ? null : 'Small letters, digits and hyphens'),
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
    <Modal opened={isOpen} onClose={onClose} title="New project" size="md">
      <form onSubmit={form.onSubmit((values) => creation.mutate(values))}>
        <Stack gap="sm">
          <TextInput
            label="Name"
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
            label="Short name"
            description="Stands in every address; it cannot change later."
            {...form.getInputProps('id')}
          />
          <Radio.Group label="Start from" {...form.getInputProps('preset')}>
            <Stack gap={6} mt={6}>
              {schemaPresets.map(({ id, name, summary }) => (
                <Radio key={id} value={id} label={name} description={summary} size="xs" />
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label="Language of the documents"
            description="Tesseract's code; “eng” is installed, others by their npm package."
            {...form.getInputProps('ocrLanguage')}
          />
          <Switch
            label="A reviewer accepts each annotation before it is gold"
            {...form.getInputProps('reviewRequired', { type: 'checkbox' })}
          />
          {creation.isError && <ErrorNotice error={creation.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={creation.isPending}>
              Create project
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
