import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { type AllowableFinding, isAllowable } from '@/lib/core/round/round-inputs';
import type { NamedFindingView, RoundDetailView } from './round-view';

const mostNames = 12;

function FindingText({ finding }: { readonly finding: NamedFindingView }) {
  const t = useTranslations('rounds.findingsPanel');
  const { message, documents } = finding;
  const names = documents.slice(0, mostNames).map(({ name }) => name).join(', ');
  const more = documents.length - mostNames;
  return (
    <>
      <Text size="sm">{message}</Text>
      {documents.length > 0 && (
        <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
          {t('documents', { names })} {more > 0 && t('more', { count: more })}
        </Text>
      )}
    </>
  );
}

interface Props {
  readonly round: RoundDetailView;
  readonly canRun: boolean;
  /** Starts it again with these findings allowed, beside those that were. */
  readonly onAllow: (codes: readonly AllowableFinding[]) => void;
}

/** What the pre-flight on the worker refused, or found and went on with by leave; nothing where there was neither. */
export function FindingsPanel({ round, canRun, onAllow }: Props) {
  const t = useTranslations('rounds.findingsPanel');
  const words = useTranslations('rounds.findings');
  const [chosen, setChosen] = useState<readonly AllowableFinding[]>([]);
  const refused = round.findings.filter(({ level }) => level === 'refused');
  const allowed = round.findings.filter(({ level }) => level === 'allowed');
  if (refused.length + allowed.length === 0) return null;
  const isRefused = refused.length > 0 && round.state === 'failed';
  return (
    <Alert color="orange" variant="light" mb="sm" icon={<IconAlertTriangle size={18} />} title={t(isRefused ? 'refused' : 'allowed')}>
      <Stack gap="xs">
        {allowed.map((finding) => (
          <div key={finding.code}>
            <FindingText finding={finding} />
            <Text size="xs">{t('allowedBy', { name: round.createdBy ?? t('somebody'), when: new Date(round.createdAt).toLocaleString() })}</Text>
          </div>
        ))}
        {refused.map((finding) => {
          const { code } = finding;
          if (!isAllowable(code)) {
            return (
              <div key={code}>
                <FindingText finding={finding} />
                <Text size="xs">{t('final')}</Text>
              </div>
            );
          }
          if (!canRun || !isRefused) return <FindingText key={code} finding={finding} />;
          return (
            <Checkbox
              key={code}
              label={<FindingText finding={finding} />}
              description={words(`${code}.warning`)}
              styles={{ description: { color: 'inherit' } }}
              checked={chosen.includes(code)}
              onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))}
            />
          );
        })}
        {canRun && isRefused && refused.some(({ code }) => isAllowable(code)) && (
          <Group gap="sm">
            <Button leftSection={<IconPlayerPlay size={16} />} disabled={chosen.length === 0} onClick={() => onAllow(chosen)}>
              {t('startAgain')}
            </Button>
            {chosen.length === 0 && <Text size="xs">{t('chooseFirst')}</Text>}
          </Group>
        )}
      </Stack>
    </Alert>
  );
}
