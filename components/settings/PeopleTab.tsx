'use client';

import { Badge, Button, Group, Loader, Stack, Table, Text } from '@mantine/core';
import { IconLink, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { AddMemberDialog } from './AddMemberDialog';
import { OneTimeLinkDialog, type ShownLink } from './OneTimeLinkDialog';
import { RoleChips } from './RoleChips';
import { type Member, useMembers } from './use-members';

interface Props {
  readonly projectId: string;
  readonly userId: string;
  /** Only admins of the whole workbench make people and sign-in links. */
  readonly isWorkbenchAdmin: boolean;
}

export function PeopleTab({ projectId, userId, isWorkbenchAdmin }: Props) {
  const t = useTranslations('settings.peopleTab');
  const { members, setRoles, remove, issueLink, createPerson, onError } = useMembers(projectId);
  const [isAdding, setAdding] = useState(false);
  const [link, setLink] = useState<ShownLink | null>(null);
  if (members.error) return <ErrorNotice error={members.error} onRetry={() => void members.refetch()} />;
  if (!members.data) return <Loader size="sm" aria-label={t('loadingPeopleOfProject')} />;

  const add = (
    <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)}>
      {t('addPerson')}
    </Button>
  );
  const showLink = (member: Member) =>
    issueLink.mutate(member, { onSuccess: (issued) => setLink({ name: member.name, ...issued }) });

  return (
    <Stack gap="sm" maw={1080}>
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('whoWorksInProject')}
        </Text>
        {members.data.length > 0 && add}
      </Group>
      {members.data.length === 0 ? (
        <EmptyState title={t('nobodyHasRoleHere')} action={add}>
          {t('annotatorsLabelReviewersAccept')}
        </EmptyState>
      ) : (
        <div className="hf-surface">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('person')}</Table.Th>
                <Table.Th>{t('roles')}</Table.Th>
                <Table.Th aria-label={t('actions')} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.data.map((member) => (
                <Table.Tr key={member.userId}>
                  <Table.Td>
                    <Text size="sm" fw={500} component="div">
                      {member.name}
                      {member.userId === userId && t('you')}
                      {member.isDisabled && (
                        <Badge ml="xs" size="xs" color="gray" variant="light">
                          {t('mayNotSignIn')}
                        </Badge>
                      )}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {member.email}
                    </Text>
                  </Table.Td>
                  <Table.Td>
                    <RoleChips
                      label={t('rolesOf', { name: member.name })}
                      value={member.roles}
                      isDisabled={setRoles.isPending}
                      onChange={(roles) => setRoles.mutate({ email: member.email, roles }, { onError })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Group gap="xs" justify="flex-end" wrap="nowrap">
                      {isWorkbenchAdmin && !member.isDisabled && (
                        <Button variant="default" leftSection={<IconLink size={14} />} onClick={() => showLink(member)}>
                          {t('oneTimeSign')}
                        </Button>
                      )}
                      <Button variant="subtle" color="gray" onClick={() => remove.mutate(member)}>
                        {t('remove')}
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {isAdding && (
        <AddMemberDialog
          canCreatePeople={isWorkbenchAdmin}
          setRoles={setRoles.mutateAsync}
          createPerson={createPerson.mutateAsync}
          onClose={() => setAdding(false)}
          onCreated={(created) => setLink(created)}
        />
      )}
      <OneTimeLinkDialog link={link} onClose={() => setLink(null)} />
    </Stack>
  );
}
