import { Alert, List, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { estimateSeconds, plannedStepsOf } from '@/lib/core/round/estimate';
import type { EmbeddedRecipe } from '@/lib/core/round/recipe';
import type { EngineOfferView } from './EngineChoice';
import { durationInWords } from './round-view';

interface LeftOut {
  readonly reason: string;
  readonly documents: number;
}

/** What GET /api/projects/ID/rounds/preflight answers. */
export interface Preflight {
  readonly sizes: { readonly seed: number; readonly validation: number; readonly test: number };
  readonly schemaNumber: number;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly leftOut: { readonly seed: readonly LeftOut[]; readonly validation: readonly LeftOut[]; readonly test: readonly LeftOut[] };
  readonly engines: readonly EngineOfferView[];
  readonly secondsPerStep: number | null;
}

const uses = [
  ['seed', 'Seed set', 'trains on'],
  ['validation', 'Validation', 'chooses the best checkpoint by'],
  ['test', 'Test', 'is reported on, never trained on'],
] as const;

interface Props {
  readonly preflight: Preflight;
  readonly recipe: EmbeddedRecipe;
}

/** What would be trained, what stands in the way, about how long it takes. */
export function PreflightPanel({ preflight, recipe }: Props) {
  const { sizes, problems, leftOut, schemaNumber, secondsPerStep } = preflight;
  const seconds = estimateSeconds(recipe, sizes, secondsPerStep);
  return (
    <>
      {problems.length > 0 ? (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />} title="Not ready yet">
          <List size="sm" spacing={4}>
            {problems.map(({ code, message }) => (
              <List.Item key={code}>{message}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Alert color="teal" variant="light" icon={<IconCircleCheck size={18} />} title="Ready to start">
          <Text size="sm">
            {plannedStepsOf(recipe, sizes.seed)} steps, about {durationInWords(Math.ceil(seconds))}
            {secondsPerStep === null ? ' (a guess: no round has run here yet)' : ', by the speed of the last round'}.
          </Text>
        </Alert>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Under schema version {schemaNumber}</Table.Th>
            <Table.Th ta="right">Documents</Table.Th>
            <Table.Th>Left out</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uses.map(([split, name, use]) => (
            <Table.Tr key={split}>
              <Table.Td>
                {name}
                <Text size="xs" c="dimmed">
                  {use}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{sizes[split]}</Table.Td>
              <Table.Td>
                {leftOut[split].length === 0
                  ? '—'
                  : leftOut[split].map(({ reason, documents }) => (
                      <Text key={reason} size="xs">
                        {documents}: {reason}
                      </Text>
                    ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
