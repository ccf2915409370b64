'use client';

import { Badge, Button, Container, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/EmptyState';
import { NewProjectDialog } from './NewProjectDialog';

interface Props {
  readonly projects: readonly { readonly id: string; readonly name: string; readonly isDemo: boolean }[];
  readonly canCreate: boolean;
}

/** Every project where the person has a role; admins start new ones here. */
export function ProjectList({ projects, canCreate }: Props) {
  const t = useTranslations('home.projectList');
  const [isCreating, setCreating] = useState(false);
  const create = canCreate ? (
    <Button leftSection={<IconFolderPlus size={16} />} onClick={() => setCreating(true)}>
      {t('newProject')}
    </Button>
  ) : null;
  return (
    <Container size="sm" py="xl" component="main">
      <Group justify="space-between" mb="md">
        <Title order={1}>{t('projects')}</Title>
        <Group gap="xs">
          <Button component={Link} href="/account" variant="default">
            {t('account')}
          </Button>
          {projects.length > 0 && create}
        </Group>
      </Group>
      {projects.length === 0 ? (
        <EmptyState title={t('noProjectYet')} action={create}>
          {canCreate
            ? t('projectHoldsSchemaDocuments')
            : t('askAdminToGive')}
        </EmptyState>
      ) : (
        <Stack gap="xs">
          {projects.map(({ id, name, isDemo }) => (
            <UnstyledButton key={id} component={Link} href={`/p/${id}`} className="hf-surface" p="sm">
              <Group justify="space-between" wrap="nowrap">
                <Text fw={600} truncate>
                  {name}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  {isDemo && (
                    <Badge variant="light" size="sm">
                      {t('demo')}
                    </Badge>
                  )}
                  <Text size="sm" c="dimmed" className="hf-mono">
                    {id}
                  </Text>
                </Group>
              </Group>
            </UnstyledButton>
          ))}
        </Stack>
      )}
      <NewProjectDialog isOpen={isCreating} onClose={() => setCreating(false)} />
    </Container>
  );
}
