import { Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { HeldOut } from '@/lib/core/evaluation/held-out';
import { Evaluations } from './Evaluations';
import { FigureTable } from './FigureTable';
import { ForestPlot } from './ForestPlot';
import { NoSuite } from './NoSuite';
import { TransferTable } from './TransferTable';
import classes from './compare.module.css';
import { type ComparisonView, letterOf } from './comparison-view';
import type { TransferView } from './transfer-view';
import type { CompareAddress } from './use-compare-url';

interface Props extends HeldOut {
  readonly projectId: string;
  readonly canPromote: boolean;
  readonly comparison: ComparisonView;
  readonly transfer: TransferView | undefined;
  /** Place of the checkpoint that the fields are compared with; the first is 0. */
  readonly place: number;
  readonly isEvaluating: boolean;
  readonly promoting: string | null;
  readonly onEvaluate: (ids: readonly string[]) => void;
  readonly onPromote: (checkpointId: string) => void;
  readonly onChange: (change: Partial<CompareAddress>) => void;
}

/**
 * What is said of the checkpoints as a whole. Remembered as drawn: a step to the
 * next difference changes nothing here and must not wait for it.
 */
export const ComparisonSummary = memo(function ComparisonSummary(props: Props) {
  const t = useTranslations('compare.comparisonSummary');
  const { projectId, comparison, transfer, split, suite, place, isEvaluating, onEvaluate, onChange } = props;
  const ids = comparison.checkpoints.map(({ id }) => id);
  const pair = comparison.pairs.find(({ after }) => after === ids[place]);
  return (
    <>
      <div className={classes.figures}>
        <section className={`hf-surface ${classes.panel}`} aria-label={t('figures')}>
          <FigureTable comparison={comparison} canPromote={props.canPromote} promoting={props.promoting} onPromote={props.onPromote} />
        </section>
        <section className={`hf-surface ${classes.panel}`} aria-label={t('differenceByField')} tabIndex={0} style={{ maxHeight: 260, overflow: 'auto' }}>
          {pair ? (
            <ForestPlot fields={pair.fields} before={letterOf(0)} after={letterOf(place)} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('chooseSecondCheckpoint')}
            </Text>
          )}
        </section>
      </div>
      <section className={`hf-surface ${classes.wide}`} aria-label={t('transfer')}>
        {transfer?.rows.length === 0 && <NoSuite projectId={projectId} />}
        {transfer && transfer.rows.length > 0 && (
          <TransferTable
            checkpoints={comparison.checkpoints}
            transfer={transfer}
            shown={{ split, suite }}
            isEvaluating={isEvaluating}
            onEvaluate={() => onEvaluate(ids)}
            onShow={(heldOut) => onChange({ ...heldOut, documentId: null, line: null })}
          />
        )}
        <Evaluations projectId={projectId} ids={ids} />
      </section>
    </>
  );
});
