import { Autocomplete, CloseButton, Group, Select, Text } from '@mantine/core';
import type { ImportTarget } from './import-run';

interface Props {
  readonly target: ImportTarget;
  /** Names of the transfer suites that there are. */
  readonly suites: readonly string[];
  readonly onChange: (target: ImportTarget) => void;
}

const splitNames = [
  { value: 'pool', label: 'the pool, to be labelled' },
  { value: 'validation', label: 'validation' },
  { value: 'test', label: 'test' },
  { value: 'transfer', label: 'a transfer suite' },
] as const;

export const poolTarget: ImportTarget = { split: 'pool', suite: '' };

/** A suite needs its name before anything can go into it. */
export const isUsable = ({ split, suite }: ImportTarget): boolean => split !== 'transfer' || suite.trim() !== '';

/** Where imported documents go that name no split themselves; shown where it is not the pool. */
export function ImportTargetBar({ target, suites, onChange }: Props) {
  return (
    <section className="hf-surface" aria-label="Where imports go">
      <Group gap="xs" px="sm" py={6} wrap="nowrap">
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          Imports go into
        </Text>
        <Select
          size="xs"
          w={190}
          aria-label="Split for imports"
          data={splitNames}
          value={target.split}
          allowDeselect={false}
          onChange={(split) => onChange({ ...target, split: splitNames.find(({ value }) => value === split)?.value ?? 'pool' })}
        />
        {target.split === 'transfer' && (
          <Autocomplete
            size="xs"
            w={220}
            aria-label="Name of the transfer suite"
            placeholder="its name, e.g. Receipts"
            data={[...suites]}
            maxLength={100}
            value={target.suite}
            onChange={(suite) => onChange({ ...target, suite })}
          />
        )}
        <Text size="xs" c="dimmed" style={{ flex: 1 }}>
          {target.split === 'transfer'
            ? 'Documents from elsewhere, scored under this schema and never trained on. JSON lines bring their gold; lines that name a split keep it.'
            : 'JSON lines that name a split keep it.'}
        </Text>
        <CloseButton size="sm" aria-label="Import into the pool" onClick={() => onChange(poolTarget)} />
      </Group>
    </section>
  );
}
