import { NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { type RoundInputs, teacherReadings, type TeacherReading } from '@/lib/core/round/round-inputs';
import { CheckpointSelect } from './CheckpointSelect';
import type { SourceCheckpoint } from './sources-view';
import { useRoundSource } from './use-round-sources';

type Teacher = NonNullable<RoundInputs['teacher']>;

function Counts({ projectId, teacher }: { readonly projectId: string; readonly teacher: Teacher }) {
  const t = useTranslations('rounds.teacherFields');
  const { data } = useRoundSource(projectId, teacher.checkpointId, teacher.most);
  if (!data) return null;
  const { unlabelled, labelled } = data;
  const shown = { unlabelled: [unlabelled], labelled: [labelled], both: [unlabelled, labelled] }[teacher.documents];
  const documents = shown.reduce((sum, one) => sum + one.documents, 0);
  const unread = documents - shown.reduce((sum, one) => sum + one.read, 0);
  return (
    <Text size="sm" role="status">
      {documents === 0 ? t('nothingToRead') : t(unread > 0 ? 'countsUnread' : 'counts', { documents, unread })}
    </Text>
  );
}

interface Props {
  readonly projectId: string;
  readonly checkpoints: readonly SourceCheckpoint[];
  readonly value: Teacher | null;
  readonly onChange: (teacher: Teacher | null) => void;
}

/** Whose readings are distilled, and of which documents. */
export function TeacherFields({ projectId, checkpoints, value, onChange }: Props) {
  const t = useTranslations('rounds.teacherFields');
  return (
    <>
      <CheckpointSelect
        label={t('teacher')}
        description={t('teacherExplanation')}
        placeholder={t('choose')}
        checkpoints={checkpoints}
        value={value?.checkpointId ?? null}
        canBeEmpty={false}
        refusalOf={({ problem }) => problem}
        onChange={(checkpointId) => checkpointId !== null && onChange({ documents: 'unlabelled', most: 500, ...value, checkpointId })}
      />
      {value && (
        <>
          <SegmentedControl
            fullWidth
            aria-label={t('reads')}
            value={value.documents}
            data={teacherReadings.map((reading) => ({ value: reading, label: t(`readings.${reading}`) }))}
            onChange={(documents) => onChange({ ...value, documents: documents as TeacherReading })}
          />
          {value.documents !== 'labelled' && (
            <NumberInput
              label={t('most')}
              description={t('mostExplanation')}
              inputWrapperOrder={['label', 'input', 'description']}
              value={value.most}
              min={1}
              max={5000}
              step={50}
              onChange={(most) => typeof most === 'number' && most >= 1 && onChange({ ...value, most })}
            />
          )}
          <Counts projectId={projectId} teacher={value} />
        </>
      )}
    </>
  );
}
