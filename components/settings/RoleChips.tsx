'use client';

import { Chip, Group, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type Role, roles as allRoles } from '@/lib/core/access/roles';

interface Props {
  /** Whose roles these are, for screen readers. */
  readonly label: string;
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly isDisabled?: boolean;
}

const inOrder = ['annotator', 'reviewer', 'lead', 'admin'] as const satisfies readonly Role[];

/** Several roles at once, never none: who shall have none is removed from the project. */
export function RoleChips({ label, value, onChange, isDisabled = false }: Props) {
  const t = useTranslations('settings.roles');
  const choose = (chosen: readonly string[]): void => {
    const roles = allRoles.filter((role) => chosen.includes(role));
    if (roles.length > 0) onChange(roles);
  };
  return (
    <Chip.Group multiple value={[...value]} onChange={choose}>
      <Group gap={4} role="group" aria-label={label}>
        {inOrder.map((role) => (
          <Tooltip key={role} label={t('described', { name: t(`${role}.name`), purpose: t(`${role}.purpose`) })}>
            <Chip value={role} size="xs" variant="light" radius="sm" disabled={isDisabled}>
              {t(`${role}.name`)}
            </Chip>
          </Tooltip>
        ))}
      </Group>
    </Chip.Group>
  );
}
