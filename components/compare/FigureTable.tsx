'use client';

import { Badge, Button, Table, Text, Tooltip } from '@mantine/core';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { Figure, percentWithInterval } from '../ui/Figure';
import { IntervalBar } from '../ui/IntervalBar';
import { FurtherFigures } from './FurtherFigures';
import { type ComparedCheckpoint, type ComparisonView, letterOf } from './comparison-view';
import { pointsWithInterval } from './points';
import { heldOutWords } from './transfer-view';

interface Props {
  readonly comparison: ComparisonView;
  readonly canPromote: boolean;
  readonly promoting: string | null;
  readonly onPromote: (checkpointId: string) => void;
}

function Difference({ pair }: { readonly pair: ComparisonView['pairs'][number] | undefined }) {
  if (!pair) return <Text size="sm" c="dimmed">baseline</Text>;
  if (!pair.difference) return <Text size="sm" c="dimmed">no document in common</Text>;
  const { isDifference } = pair.difference;
  const { figure, interval } = pointsWithInterval(pair.difference);
  return (
    <Tooltip
      label={`Paired by document over ${pair.documents} documents. A difference is shown only where the interval leaves out 0.`}
      multiline
      maw={320}
    >
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        <b>{figure}</b>, from {interval}
        <Text span size="xs" c="dimmed" display="block">
          {isDifference ? 'a difference' : 'no difference shown: holds 0'}
        </Text>
      </Text>
    </Tooltip>
  );
}

function Row({ checkpoint, place, ...rest }: Props & { readonly checkpoint: ComparedCheckpoint; readonly place: number }) {
  const { comparison, canPromote, promoting, onPromote } = rest;
  const { micro, older } = checkpoint;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{letterOf(place)}</Table.Td>
      <Table.Td>
        {checkpoint.number} · {checkpoint.name}
        {checkpoint.isStale && (
          <Tooltip label="Gold has changed since this figure was made. Evaluate again.">
            <Badge size="xs" color="orange" variant="light" ml={6}>
              older gold
            </Badge>
          </Tooltip>
        )}
      </Table.Td>
      {micro ? (
        <>
          <Table.Td ta="right">{(micro.precision * 100).toFixed(1)}</Table.Td>
          <Table.Td ta="right">{(micro.recall * 100).toFixed(1)}</Table.Td>
          <Table.Td ta="right" fw={600}>
            <Figure value={micro.f1} low={micro.low} high={micro.high} />
          </Table.Td>
          <Table.Td>
            <IntervalBar value={micro.f1} low={micro.low} high={micro.high} />
          </Table.Td>
        </>
      ) : (
        <Table.Td colSpan={4} c="dimmed">
          {older ? (
            <Tooltip label="Kept as it was made. Figures by different scorings are not compared.">
              <span>
                {percentWithInterval({ value: older.micro.f1, low: older.micro.low, high: older.micro.high })} by {older.scoringVersion}
              </span>
            </Tooltip>
          ) : (
            'not evaluated here yet'
          )}
        </Table.Td>
      )}
      <Table.Td>
        {micro && <Difference pair={comparison.pairs.find(({ after }) => after === checkpoint.id)} />}
      </Table.Td>
      <Table.Td ta="right">
        {checkpoint.isPromoted ? (
          <Badge variant="light">promoted</Badge>
        ) : (
          canPromote && (
            <Tooltip label="From now on its predictions are the pre-labels">
              <Button
                variant="default"
                leftSection={<IconRosetteDiscountCheck size={16} />}
                loading={promoting === checkpoint.id}
                onClick={() => onPromote(checkpoint.id)}
              >
                Promote
              </Button>
            </Tooltip>
          )
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Micro figures with intervals and the paired difference to the first. */
export function FigureTable(props: Props) {
  const { checkpoints } = props.comparison;
  const left = checkpoints.flatMap(({ unscorable }) => unscorable);
  const unscorable = [...new Map(left.map((one) => [one.documentId, one])).values()];
  return (
    <>
      <Table aria-label="Figures of each checkpoint">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={28} aria-label="Letter" />
            <Table.Th>Checkpoint</Table.Th>
            <Table.Th ta="right">P</Table.Th>
            <Table.Th ta="right">R</Table.Th>
            <Table.Th ta="right">
              <Tooltip label="Micro F1 over all values, with a 95 % bootstrap interval over documents">
                <span>F1</span>
              </Tooltip>
            </Table.Th>
            <Table.Th w="10%" aria-hidden />
            <Table.Th>Difference to A</Table.Th>
            <Table.Th aria-label="Promote" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {checkpoints.map((checkpoint, place) => (
            <Row key={checkpoint.id} {...props} checkpoint={checkpoint} place={place} />
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed" mt={4}>
        {Math.max(0, ...checkpoints.map(({ documents, goldDocuments }) => documents || goldDocuments))} documents of the{' '}
        {heldOutWords(props.comparison)}.
      </Text>
      <FurtherFigures checkpoints={checkpoints} />
      {unscorable.length > 0 && (
        <details>
          <summary style={{ cursor: 'pointer', fontSize: 12 }}>
            {unscorable.length} {unscorable.length === 1 ? 'document is' : 'documents are'} in no figure
          </summary>
          {unscorable.map(({ documentId, name, reason }) => (
            <Text key={documentId} size="xs">
              {name}: {reason}
            </Text>
          ))}
        </details>
      )}
    </>
  );
}
