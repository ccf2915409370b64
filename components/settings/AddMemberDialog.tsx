'use client';

import { Button, Group, Input, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Role } from '@/lib/core/access/roles';
import { isApiError } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import type { ShownLink } from './OneTimeLinkDialog';
import { RoleChips } from './RoleChips';
import type { IssuedLink, MemberRoles } from './use-members';

interface Props {
  readonly canCreatePeople: boolean;
  readonly setRoles: (member: MemberRoles) => Promise<unknown>;
  readonly createPerson: (person: { readonly email: string; readonly name: string }) => Promise<{ readonly link: IssuedLink }>;
  readonly onClose: () => void;
  /** Somebody new: their link must be shown now or never. */
  readonly onCreated: (link: ShownLink) => void;
}

/** By address; who has no account yet gets one when an admin of the workbench gives a name. */
export function AddMemberDialog({ canCreatePeople, setRoles, createPerson, onClose, onCreated }: Props) {
  const t = useTranslations('settings.addMemberDialog');
  const [isUnknown, setUnknown] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [isPending, setPending] = useState(false);
  const form = useForm<{ email: string; name: string; roles: Role[] }>({
    initialValues: { email: '', name: '', roles: ['annotator'] },
    validate: {
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('eMailAddressNeeded')),
      name: (value) => (isUnknown && value.trim() === '' ? t('nameNeeded') : null),
    },
  });

  const add = async ({ email, name, roles }: typeof form.values): Promise<void> => {
    setPending(true);
    setError(null);
    try {
      if (isUnknown) {
        onCreated({ name, ...(await createPerson({ email, name })).link });
        setUnknown(false);
      }
      await setRoles({ email, roles });
      onClose();
    } catch (failure) {
      if (canCreatePeople && !isUnknown && isApiError(failure, 'not-found')) setUnknown(true);
      else setError(failure);
    } finally {
      setPending(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('addPerson')} size="md">
      <form onSubmit={form.onSubmit((values) => void add(values))} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('eMailAddress')}
            type="email"
            data-autofocus
            readOnly={isUnknown}
            {...form.getInputProps('email')}
          />
          {isUnknown && (
            <>
              <Text size="sm">{t('nobodyHereHasAddress')}</Text>
              <TextInput label={t('name')} autoFocus {...form.getInputProps('name')} />
            </>
          )}
          <Input.Wrapper label={t('roles')} description={t('whatTheyMayDo')}>
            <div style={{ marginTop: 6 }}>
              <RoleChips label={t('roles')} value={form.values.roles} onChange={(roles) => form.setFieldValue('roles', roles)} />
            </div>
          </Input.Wrapper>
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {isUnknown ? t('createAndAdd') : t('add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
