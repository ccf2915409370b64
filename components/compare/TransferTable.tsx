import { Anchor, Table, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import type { Translate } from '@/messages/translate';
import { TransferCellView } from './TransferCellView';
import classes from './compare.module.css';
import { type ComparedCheckpoint, letterOf } from './comparison-view';
import type { TransferRow, TransferView } from './transfer-view';

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

function countWords(t: Translate<'compare.transferTable'>, { documents, leftOut }: TransferRow): string {
  return leftOut === 0 ? t('withGold', { documents }) : t('withGoldInNoFigure', { documents, leftOut });
}

/** F1 in domain and on each transfer suite, with what each checkpoint lost or gained against the first. */
export function TransferTable({ checkpoints, transfer, shown, isEvaluating, onEvaluate, onShow }: Props) {
  const t = useTranslations('compare.transferTable');
  return (
    <>
      <Text size="sm" fw={600} mb={4}>
        {t('doesHoldElsewhere')}{' '}
        <Tooltip label={t('why')} multiline maw={380}>
          <IconInfoCircle size={14} className="hf-muted" style={{ verticalAlign: '-2px' }} tabIndex={0} role="img" aria-label={t('why')} />
        </Tooltip>
      </Text>
      <div style={{ overflowX: 'auto' }}>
        <Table aria-label={t('f1OnEachSplit')} layout="fixed" verticalSpacing={4} miw={310 + 170 * checkpoints.length}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={210}>{t('evaluatedOn')}</Table.Th>
              <Table.Th w={90} ta="right">
                {t('documents')}
              </Table.Th>
              {checkpoints.map(({ id, number, name }, place) => (
                <Table.Th key={id}>
                  <Text size="sm" fw={600} truncate title={`${number} · ${name}`}>
                    {letterOf(place)} · {name}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {place === 0 ? t('baseOthersComparedWith') : t('f1AndDifferenceTo', { first: letterOf(0) })}
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
                      title={suite === '' ? t('showTestSplit') : t('show', { suite })}
                      onClick={() => onShow({ split, suite })}
                    >
                      {suite === '' ? t('testSplit') : suite}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {suite === '' ? t('inDomain') : t('transferSuite')}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Tooltip label={countWords(t, row)}>
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
