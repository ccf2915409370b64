import { Table, Text, Tooltip } from '@mantine/core';
import { errorTypes } from '@/lib/core/metrics/typed-errors';
import { Figure } from '../ui/Figure';
import { type ComparedCheckpoint, letterOf } from './comparison-view';
import { verdictForms } from './verdict-forms';

const meanings = {
  Exact: 'Share of documents without any error: every value right, none invented.',
  'ANLS*': 'Mean over documents of how alike the values are, by their characters: near misses count in part. The order of rows does not count.',
  nTED: 'Mean over documents of 1 − tree edit distance, as Donut computes it. The order of rows counts.',
  ECE: 'Expected calibration error, 0 to 1: how far the confidence of a value is from the share of such values that is right. 0 is best.',
} as const;

interface HeadProps {
  readonly meaning: string;
  readonly words: string;
}

function Head({ meaning, words }: HeadProps) {
  return (
    <Table.Th ta="right">
      <Tooltip label={meaning} multiline maw={300}>
        <span tabIndex={0}>{words}</span>
      </Tooltip>
    </Table.Th>
  );
}

function Row({ checkpoint, place }: { readonly checkpoint: ComparedCheckpoint; readonly place: number }) {
  const { metrics } = checkpoint;
  if (!metrics) {
    return (
      <Table.Tr>
        <Table.Td fw={600}>{letterOf(place)}</Table.Td>
        <Table.Td colSpan={9} c="dimmed">
          not evaluated by the scoring in use
        </Table.Td>
      </Table.Tr>
    );
  }
  const { ece, brier, count } = metrics.calibration;
  return (
    <Table.Tr>
      <Table.Td fw={600}>{letterOf(place)}</Table.Td>
      {[metrics.exact, metrics.anlsStar, metrics.ntedAccuracy].map(({ mean, low, high }, column) => (
        <Table.Td key={column} ta="right">
          <Figure value={mean} low={low} high={high} />
        </Table.Td>
      ))}
      <Table.Td ta="right">
        <Tooltip label={ece === null ? 'The checkpoint said of no value how sure it is.' : `Over ${count.toLocaleString('en')} values; Brier score ${brier?.toFixed(3)}`}>
          <span>{ece === null ? '—' : ece.toFixed(2)}</span>
        </Tooltip>
      </Table.Td>
      {errorTypes.map((type) => {
        const { significant, minor } = metrics.leaves[type];
        return (
          <Table.Td key={type} ta="right">
            <Tooltip label={`${significant.toLocaleString('en')} significant, ${minor.toLocaleString('en')} minor`}>
              <span>{(significant + minor).toLocaleString('en')}</span>
            </Tooltip>
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

/** Figures beside F1, and what kinds of errors there are; opened on demand. */
export function FurtherFigures({ checkpoints }: { readonly checkpoints: readonly ComparedCheckpoint[] }) {
  return (
    <details>
      <summary style={{ cursor: 'pointer', fontSize: 12 }}>Exact share, ANLS*, nTED, calibration, errors by type</summary>
      <div style={{ overflowX: 'auto' }}>
        <Table verticalSpacing={2} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={24} aria-label="Letter" />
              {Object.entries(meanings).map(([words, meaning]) => (
                <Head key={words} words={words} meaning={meaning} />
              ))}
              {errorTypes.map((type) => (
                <Head key={type} words={verdictForms[type].name} meaning={verdictForms[type].meaning} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {checkpoints.map((checkpoint, place) => (
              <Row key={checkpoint.id} checkpoint={checkpoint} place={place} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt={2}>
        Per cent with 95 % intervals over documents; ECE from 0 to 1; errors counted in values.
      </Text>
    </details>
  );
}
