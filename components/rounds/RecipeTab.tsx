import { Code, CopyButton, Table, Text, Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { knobs } from './knobs';
import type { RoundDetailView } from './round-view';

/** All that it took to make the checkpoints: enough to do it again. */
export function RecipeTab({ round }: { readonly round: RoundDetailView }) {
  const { recipe } = round;
  const rows: readonly (readonly [string, string, string])[] = [
    ['Engine', recipe.engine, 'what ran it'],
    ['Dataset snapshot', round.snapshotHash ?? '—', `SHA-256 over ${round.labels ?? 0} labelled and the validation documents, words included`],
    ['Schema', round.schemaHash, `version ${round.schemaNumber}`],
    ['Parent checkpoint', round.parentCheckpointId ?? 'none', 'what training started from'],
    ...knobs.map(({ key, label, explanation }) => [label, String(recipe[key]), explanation] as const),
  ];
  return (
    <div className="hf-surface" style={{ padding: 12, maxWidth: 980 }}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([name, value, explanation]) => (
            <Table.Tr key={name}>
              <Table.Td w={190}>{name}</Table.Td>
              <Table.Td>
                <Code>{value}</Code>
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed">
                  {explanation}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CopyButton value={JSON.stringify({ recipe, snapshot: round.snapshotHash, schema: round.schemaHash }, null, 2)}>
        {({ copied, copy }) => (
          <Button mt="sm" variant="default" leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />} onClick={copy}>
            {copied ? 'Copied' : 'Copy as JSON'}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
