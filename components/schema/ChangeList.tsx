import { Badge, Group, Stack, Text } from '@mantine/core';

export interface SchemaChangeView {
  readonly kind: string;
  readonly path: string;
  readonly from?: { readonly path: string };
  readonly meaning: string;
}

/** Changes between two versions, each with what it means for annotations. */
export function ChangeList({ changes }: { readonly changes: readonly SchemaChangeView[] }) {
  return (
    <Stack gap="xs" component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.path}`}>
          <Group gap="xs" wrap="nowrap" align="baseline">
            <Badge size="sm" variant="light" color={change.kind === 'removed' ? 'red' : 'gray'}>
              {change.kind}
            </Badge>
            <div>
              <Text size="sm" className="hf-mono">
                {change.from ? `${change.from.path} → ` : ''}
                {change.path}
              </Text>
              <Text size="xs" c="dimmed">
                {change.meaning}
              </Text>
            </div>
          </Group>
        </li>
      ))}
    </Stack>
  );
}
