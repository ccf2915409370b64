'use client';

import { Chip, Group, Tooltip } from '@mantine/core';
import { type Role, roles as allRoles } from '@/lib/core/access/roles';
import { roleWords } from './role-words';

interface Props {
  /** Whose roles these are, for screen readers. */
  readonly label: string;
  readonly value: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
  readonly isDisabled?: boolean;
}

const inOrder = Object.keys(roleWords) as Role[];

/** Several roles at once, never none: who shall have none is removed from the project. */
export function RoleChips({ label, value, onChange, isDisabled = false }: Props) {
  const choose = (chosen: readonly string[]): void => {
    const roles = allRoles.filter((role) => chosen.includes(role));
    if (roles.length > 0) onChange(roles);
  };
  return (
    <Chip.Group multiple value={[...value]} onChange={choose}>
      <Group gap={4} role="group" aria-label={label}>
        {inOrder.map((role) => (
          <Tooltip key={role} label={`${role}: ${roleWords[role]}`}>
            <Chip value={role} size="xs" variant="light" radius="sm" disabled={isDisabled}>
              {role}
            </Chip>
          </Tooltip>
        ))}
      </Group>
    </Chip.Group>
  );
}
