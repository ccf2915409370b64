import { Badge, Group, ScrollArea, Table, Text, Tooltip } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { advantageColour, type RolloutView, signed } from './rollout-view';

interface Props {
  readonly rollouts: readonly RolloutView[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

/** The completions by document, the best of each first; a row is chosen by press or by arrow keys. */
export function RolloutTable({ rollouts, chosen, onChoose }: Props) {
  const t = useTranslations('rounds.rolloutsTab');
  return (
    <ScrollArea.Autosize mah="calc(100vh - 260px)" className="hf-surface" viewportProps={{ tabIndex: 0 }}>
      <Table
        verticalSpacing={4}
        highlightOnHover
        stickyHeader
        onKeyDown={(event) => {
          const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (move === undefined) return;
          event.preventDefault();
          const next = Math.min(rollouts.length - 1, Math.max(0, chosen + move));
          onChoose(next);
          event.currentTarget.querySelectorAll<HTMLElement>('tbody tr')[next]?.focus();
        }}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('document')}</Table.Th>
            <Table.Th ta="right">{t('step')}</Table.Th>
            <Table.Th ta="right">{t('reward')}</Table.Th>
            <Table.Th ta="right">
              <Tooltip label={t('howMuchBetterThan')}>
                <span>{t('advantage')}</span>
              </Tooltip>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rollouts.map((rollout, place) => (
            <Table.Tr
              key={`${rollout.step}-${rollout.documentId}-${place}`}
              tabIndex={place === chosen ? 0 : -1}
              aria-selected={place === chosen}
              onClick={() => onChoose(place)}
              style={{ cursor: 'pointer', ...(place === chosen ? { background: 'var(--mantine-primary-color-light)' } : {}) }}
            >
              <Table.Td>
                <Group gap={6} wrap="nowrap">
                  <Text size="sm" lineClamp={1}>
                    {rollout.documentName}
                  </Text>
                  {rollout.isZeroVariance && (
                    <Badge size="xs" variant="default">
                      {t('zeroVariance')}
                    </Badge>
                  )}
                  {rollout.truncated === true && (
                    <Badge size="xs" variant="light" color="orange">
                      {t('cutOff')}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td ta="right">{rollout.step}</Table.Td>
              <Table.Td ta="right">{rollout.reward.toFixed(3)}</Table.Td>
              <Table.Td ta="right" c={advantageColour(rollout.advantage)}>
                {signed(rollout.advantage)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
