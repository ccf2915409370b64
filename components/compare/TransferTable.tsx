import { Anchor, Table, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import { TransferCellView } from './TransferCellView';
import classes from './compare.module.css';
import { type ComparedCheckpoint, letterOf } from './comparison-view';
import type { TransferRow, TransferView } from './transfer-view';

const why =
  'Training on one domain is known to lose on others. The run on 100 medical reports that this workbench follows gained 10.2 points of F1 in domain and lost 5.3 on receipts (SROIE) and 15.6 on tickets. A loss on what you also have to read is a reason not to promote.';

interface Props {
  readonly checkpoints: readonly ComparedCheckpoint[];
  readonly transfer: TransferView;
  readonly shown: HeldOut;
  readonly isEvaluating: boolean;
  /** Has the checkpoints evaluated wherever they are not yet. */
  readonly onEvaluate: () => void;
  /** Shows figures and documents of that split or suite. */
  readonly onShow: (heldOut: HeldOut) => void;
}

function countWords({ documents, leftOut }: TransferRow): string {
  return leftOut === 0 ? `${documents} with gold` : `${documents} with gold, ${leftOut} in no figure: not read yet, or no usable gold`;
}

/** F1 in domain and on each transfer suite, with what each checkpoint lost or gained against the first. */
export function TransferTable({ checkpoints, transfer, shown, isEvaluating, onEvaluate, onShow }: Props) {
  return (
    <>
      <Text size="sm" fw={600} mb={4}>
        Does it hold elsewhere?{' '}
        <Tooltip label={why} multiline maw={380}>
          <IconInfoCircle size={14} className="hf-muted" style={{ verticalAlign: '-2px' }} tabIndex={0} role="img" aria-label={why} />
        </Tooltip>
      </Text>
      <div style={{ overflowX: 'auto' }}>
        <Table aria-label="F1 on each split and suite" layout="fixed" verticalSpacing={4} miw={310 + 170 * checkpoints.length}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={210}>Evaluated on</Table.Th>
              <Table.Th w={90} ta="right">
                Documents
              </Table.Th>
              {checkpoints.map(({ id, number, name }, place) => (
                <Table.Th key={id}>
                  <Text size="sm" fw={600} truncate title={`${number} · ${name}`}>
                    {letterOf(place)} · {name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {place === 0 ? 'base: the others are compared with it' : `F1, and difference to ${letterOf(0)}`}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {transfer.rows.map((row) => {
              const { split, suite } = row;
              const isShown = shown.split === split && shown.suite === suite;
              return (
                <Table.Tr key={`${split} ${suite}`} className={isShown ? classes.shown : ''}>
                  <Table.Td>
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      c="inherit"
                      truncate
                      display="block"
                      maw="100%"
                      title={suite === '' ? 'Show the test split' : `Show ${suite}`}
                      onClick={() => onShow({ split, suite })}
                    >
                      {suite === '' ? 'Test split' : suite}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {suite === '' ? 'in domain' : 'transfer suite'}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Tooltip label={countWords(row)}>
                      <span>{row.documents}</span>
                    </Tooltip>
                  </Table.Td>
                  {row.cells.map((cell) => (
                    <Table.Td key={cell.checkpointId}>
                      <TransferCellView cell={cell} isEvaluating={isEvaluating} onEvaluate={onEvaluate} />
                    </Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}
