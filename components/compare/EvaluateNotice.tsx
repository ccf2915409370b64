import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ComparisonView } from './comparison-view';

interface Props {
  readonly comparison: ComparisonView;
  readonly isEvaluating: boolean;
  readonly onEvaluate: () => void;
}

/** Whether a checkpoint lacks figures that an evaluation would give. */
export const needsEvaluation = ({ checkpoints }: ComparisonView): boolean =>
  checkpoints.some(({ micro, isStale, goldDocuments }) => isStale || (micro === null && goldDocuments > 0));

/** What is missing and why. Nothing is evaluated again before somebody asks for it. */
export function EvaluateNotice({ comparison, isEvaluating, onEvaluate }: Props) {
  const t = useTranslations('compare.evaluateNotice');
  const older = [...new Set(comparison.checkpoints.flatMap(({ older: found }) => found?.scoringVersion ?? []))];
  return (
    <Alert
      color="orange"
      variant="light"
      mb="sm"
      title={older.length > 0 ? t('someFiguresWereMade') : t('someFiguresMissing')}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {older.length > 0
            ? t('figuresByStay', { older: older.join(', ') })
            : t('documentsOrGoldCame')}
        </Text>
        <Button variant="default" loading={isEvaluating} onClick={onEvaluate} style={{ flexShrink: 0 }}>
          {t('evaluateAgain')}
        </Button>
      </Group>
    </Alert>
  );
}
