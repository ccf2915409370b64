import { Alert, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { documentImagePath } from '../ui/paths';
import { RolloutLeaves } from './RolloutLeaves';
import { advantageColour, type RolloutView, signed } from './rollout-view';

interface Props {
  readonly projectId: string;
  readonly rollout: RolloutView;
}

function Part({ name, value }: { readonly name: string; readonly value: number | undefined }) {
  if (value === undefined) return null;
  return (
    <Text size="sm">
      {name} <b>{value.toFixed(3)}</b>
    </Text>
  );
}

/** One completion: the page, the parts of its reward, what is not right in it, and its text. */
export function RolloutInspector({ projectId, rollout }: Props) {
  const t = useTranslations('rounds.rolloutInspector');
  const { inspected } = rollout;
  return (
    <section className="hf-surface" style={{ padding: 12 }} aria-label={t('completion')}>
      <Group gap="lg" mb="xs">
        <Text size="sm" fw={600}>
          {rollout.documentName}
        </Text>
        <Part name={t('reward')} value={rollout.reward} />
        <Part name={t('format')} value={rollout.rewardFormat} />
        <Part name={t('matching')} value={rollout.rewardMatching} />
        <Part name={t('evidence')} value={rollout.rewardEvidence} />
        <Part name={t('precision')} value={rollout.precision} />
        <Part name={t('recall')} value={rollout.recall} />
        <Text size="sm" c={advantageColour(rollout.advantage)}>
          {t('advantage')} <b>{signed(rollout.advantage)}</b>
        </Text>
        {rollout.tokens !== undefined && <Text size="sm">{t('tokens', { tokens: rollout.tokens })}</Text>}
      </Group>
      {rollout.requested && (
        <Text size="xs" c="dimmed" mb="xs">
          {t('askedFor', { keys: rollout.requested.join(', ') })}
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        <img
          src={`${documentImagePath(projectId, rollout.documentId, 0)}?size=1000`}
          alt={t('firstPage', { name: rollout.documentName })}
          style={{ width: '100%', maxHeight: 520, objectFit: 'contain', objectPosition: 'top', background: 'var(--mantine-color-default)' }}
        />
        <Stack gap="xs">
          {inspected === null && <Text size="sm" c="dimmed">{t('goldIsGone')}</Text>}
          {inspected?.isUnreadable && <Alert color="orange" variant="light">{t('unreadable')}</Alert>}
          {inspected && <RolloutLeaves inspected={inspected} />}
        </Stack>
      </SimpleGrid>
      {inspected && inspected.thought !== '' && (
        <details>
          <summary style={{ cursor: 'pointer', fontSize: 13 }}>{t('thought')}</summary>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {inspected.thought}
          </Text>
        </details>
      )}
      <details>
        <summary style={{ cursor: 'pointer', fontSize: 13 }}>{t('wholeCompletion')}</summary>
        <Code block fz={12} mah={300} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
          {rollout.completion}
        </Code>
      </details>
    </section>
  );
}
