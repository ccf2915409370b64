import { Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { RoundInputs } from '@/lib/core/round/round-inputs';
import { CheckpointSelect } from './CheckpointSelect';
import type { SourceCheckpoint } from './sources-view';
import { useRoundSource } from './use-round-sources';

type Preferences = NonNullable<RoundInputs['preferences']>;
/** How many unlabelled documents there are does not matter here. */
const most = 1;

function Counts({ projectId, checkpointId, checkpoints }: { readonly projectId: string; readonly checkpointId: string; readonly checkpoints: readonly SourceCheckpoint[] }) {
  const t = useTranslations('rounds.preferenceFields');
  const { data } = useRoundSource(projectId, checkpointId, most);
  const checkpoint = checkpoints.find(({ id }) => id === checkpointId);
  if (!data || !checkpoint) return null;
  const { pairs, alike, empty, unread } = data.preferences;
  return (
    <Text size="sm" role="status">
      {t(checkpoint.isPromoted ? 'pairsPromoted' : 'pairs', { pairs, number: checkpoint.number })}{' '}
      {alike + empty > 0 && t('noPairs', { alike, empty })} {unread > 0 && t('unread', { unread })}
    </Text>
  );
}

interface Props {
  readonly projectId: string;
  readonly checkpoints: readonly SourceCheckpoint[];
  readonly value: Preferences | null;
  readonly onChange: (preferences: Preferences) => void;
}

/** Whose wrong readings gold is preferred to. */
export function PreferenceFields({ projectId, checkpoints, value, onChange }: Props) {
  const t = useTranslations('rounds.preferenceFields');
  return (
    <>
      <CheckpointSelect
        label={t('rejected')}
        description={t('explanation')}
        placeholder={t('choose')}
        checkpoints={checkpoints}
        value={value?.checkpointId ?? null}
        canBeEmpty={false}
        refusalOf={({ problem }) => problem}
        onChange={(checkpointId) => checkpointId !== null && onChange({ checkpointId })}
      />
      {value && <Counts projectId={projectId} checkpointId={value.checkpointId} checkpoints={checkpoints} />}
    </>
  );
}
