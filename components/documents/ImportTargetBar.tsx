import { Autocomplete, CloseButton, Group, Select, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { ImportTarget } from './import-run';

interface Props {
  readonly target: ImportTarget;
  /** Names of the transfer suites that there are. */
  readonly suites: readonly string[];
  readonly onChange: (target: ImportTarget) => void;
}

const splits = ['pool', 'validation', 'test', 'transfer'] as const;

export const poolTarget: ImportTarget = { split: 'pool', suite: '' };

/** A suite needs its name before anything can go into it. */
export const isUsable = ({ split, suite }: ImportTarget): boolean => split !== 'transfer' || suite.trim() !== '';

/** Where imported documents go that name no split themselves; shown where it is not the pool. */
export function ImportTargetBar({ target, suites, onChange }: Props) {
  const t = useTranslations('documents.importTargetBar');
  return (
    <section className="hf-surface" aria-label={t('whereImportsGo')}>
      <Group gap="xs" px="sm" py={6} wrap="nowrap">
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {t('importsGoInto')}
        </Text>
        <Select
          size="xs"
          w={190}
          aria-label={t('splitForImports')}
          data={splits.map((value) => ({ value, label: t(`splits.${value}`) }))}
          value={target.split}
          allowDeselect={false}
          onChange={(split) => onChange({ ...target, split: splits.find((name) => name === split) ?? 'pool' })}
        />
        {target.split === 'transfer' && (
          <Autocomplete
            size="xs"
            w={220}
            aria-label={t('nameOfTransferSuite')}
            placeholder={t('nameEGReceipts')}
            data={[...suites]}
            maxLength={100}
            value={target.suite}
            onChange={(suite) => onChange({ ...target, suite })}
          />
        )}
        <Text size="xs" c="dimmed" style={{ flex: 1 }}>
          {target.split === 'transfer'
            ? t('documentsFromElsewhereScored')
            : t('jsonLinesNameSplit')}
        </Text>
        <CloseButton size="sm" aria-label={t('importIntoPool')} onClick={() => onChange(poolTarget)} />
      </Group>
    </section>
  );
}
