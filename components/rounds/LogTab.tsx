import { Badge, Code, Table, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { RoundEvent } from '@/lib/core/round/events';
import type { Translate } from '@/messages/translate';
import type { RoundEventView } from './round-view';

function wordsOf(t: Translate<'rounds.logTab'>, event: RoundEvent): string | null {
  switch (event.type) {
    case 'started':
      return t('startedStepsPlanned', { plannedSteps: event.plannedSteps });
    case 'log':
      return event.message;
    case 'checkpoint':
      return t('checkpointPushedBack', { name: event.name, hash: event.hash.slice(0, 12) });
    case 'finished':
      return t('finishedAtStep', { step: event.step });
    case 'failed':
      return t('failed', { reason: event.reason });
    case 'validation':
      return event.name === 'training'
        ? t('f1AtStep', { step: event.step, f1: (event.f1 * 100).toFixed(1) })
        : t('f1OnValidation', { name: event.name.replaceAll('-', ' '), f1: (event.f1 * 100).toFixed(1) });
    case 'preflight':
      return t('preflight', { findings: event.findings.map(({ message }) => message).join(' ') || t('nothingFound') });
    case 'pass-rates':
      return t('passRates', event);
    case 'stopped':
      return t('stoppedAtStep', { step: event.step });
    case 'output':
      return [...event.lines, ...(event.leftOut > 0 ? [t('linesLeftOut', { leftOut: event.leftOut })] : [])].join('\n');
    case 'progress':
    case 'metrics':
    case 'rollout':
    case 'prediction':
      return null;
  }
}

const colours = { info: 'gray', warning: 'orange', error: 'red' } as const;

/** What the attempts said, newest first. */
export function LogTab({ events }: { readonly events: readonly RoundEventView[] }) {
  const t = useTranslations('rounds.logTab');
  const lines = events.flatMap((line) => {
    const words = wordsOf(t, line.event);
    return words === null ? [] : [{ ...line, words }];
  });
  if (lines.length === 0) return <Text c="dimmed" size="sm">{t('nothingWasSaidYet')}</Text>;
  return (
    <div className="hf-surface" style={{ overflowX: 'auto' }}>
      <Table verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={190}>{t('when')}</Table.Th>
            <Table.Th w={80}>{t('attempt')}</Table.Th>
            <Table.Th w={90}>{t('level')}</Table.Th>
            <Table.Th>{t('what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.toReversed().map(({ id, attempt, event, words }) => {
            const level = event.type === 'log' ? event.level : event.type === 'failed' ? 'error' : 'info';
            return (
              <Table.Tr key={id}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Code fz={12}>{new Date(event.at).toISOString().replace('T', ' ').slice(0, 23)}</Code>
                </Table.Td>
                <Table.Td>{attempt}</Table.Td>
                <Table.Td>
                  <Badge size="xs" variant="light" color={colours[level]}>
                    {level}
                  </Badge>
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'pre-wrap', ...(event.type === 'output' ? { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } : {}) }}>
                  {words}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
