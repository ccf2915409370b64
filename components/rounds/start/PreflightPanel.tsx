import { Alert, List, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { estimateSeconds, plannedStepsOf } from '@/lib/core/round/estimate';
import type { OutsideRecipe, Recipe } from '@/lib/core/round/recipe';
import type { EngineOfferView } from './EngineChoice';
import { durationInWords } from '../round-view';

interface LeftOut {
  readonly reason: string;
  readonly documents: number;
}

/** What GET /api/projects/ID/rounds/preflight answers. */
export interface Preflight {
  readonly sizes: { readonly seed: number; readonly validation: number; readonly test: number };
  readonly schemaNumber: number;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly leftOut: { readonly seed: readonly LeftOut[]; readonly validation: readonly LeftOut[]; readonly test: readonly LeftOut[] };
  readonly engines: readonly EngineOfferView[];
  readonly secondsPerStep: number | null;
  readonly presetSeconds: Readonly<Record<OutsideRecipe['engine'], Readonly<Record<string, number | null>>>>;
}

const uses = ['seed', 'validation', 'test'] as const;

interface Props {
  readonly preflight: Preflight;
  readonly recipe: Recipe;
}

/** What would be trained, what stands in the way, about how long it takes. */
export function PreflightPanel({ preflight, recipe }: Props) {
  const t = useTranslations('rounds.preflightPanel');
  const durations = useTranslations('rounds.durations');
  const { sizes, problems, leftOut, schemaNumber, presetSeconds } = preflight;
  const secondsPerStep = recipe.engine === 'embedded' ? preflight.secondsPerStep : (presetSeconds[recipe.engine][recipe.preset] ?? null);
  const seconds = estimateSeconds(recipe, sizes, secondsPerStep);
  return (
    <>
      {problems.length > 0 ? (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />} title={t('notReadyYet')}>
          <List size="sm" spacing={4}>
            {problems.map(({ code, message }) => (
              <List.Item key={code}>{message}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Alert color="teal" variant="light" icon={<IconCircleCheck size={18} />} title={t('readyToStart')}>
          <Text size="sm">
            {seconds === null
              ? t('timeUnknown', { steps: plannedStepsOf(recipe, sizes.seed) })
              : t(secondsPerStep === null ? 'estimateGuessed' : 'estimate', {
                  steps: plannedStepsOf(recipe, sizes.seed),
                  time: durationInWords(durations, Math.ceil(seconds)),
                })}
          </Text>
        </Alert>
      )}
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('underSchemaVersion', { schemaNumber })}</Table.Th>
            <Table.Th ta="right">{t('documents')}</Table.Th>
            <Table.Th>{t('leftOut')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uses.map((split) => (
            <Table.Tr key={split}>
              <Table.Td>
                {t(`uses.${split}.name`)}
                <Text size="xs" c="dimmed">
                  {t(`uses.${split}.use`)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">{sizes[split]}</Table.Td>
              <Table.Td>
                {leftOut[split].length === 0
                  ? '—'
                  : leftOut[split].map(({ reason, documents }) => (
                      <Text key={reason} size="xs">
                        {documents}: {reason}
                      </Text>
                    ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}
