import { Code, CopyButton, Table, Text, Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Translate } from '@/messages/translate';
import { knobs } from './knobs';
import type { RoundDetailView } from './round-view';

type Row = readonly [string, string, string];

/** What the round was given beside recipe and data. */
function givenRows(t: Translate<'rounds.recipeTab'>, round: RoundDetailView): readonly Row[] {
  const { inputs, teacherNumber, rejectedNumber, passRatesNumber } = round;
  const rows: Row[] = [];
  if (inputs.teacher) rows.push([t('teacher'), t('numbered', { number: teacherNumber ?? 0, documents: inputs.teacher.documents }), t('teacherReads')]);
  if (inputs.preferences) rows.push([t('preferences'), String(rejectedNumber ?? '—'), t('rejected')]);
  if (passRatesNumber !== null) rows.push([t('passRates'), t('ofRound', { number: passRatesNumber }), t('passRatesFrom')]);
  else if (inputs.passRates === 'afresh') rows.push([t('passRates'), t('afresh'), '']);
  if (inputs.allow.length > 0) rows.push([t('allowed'), inputs.allow.join(', '), t('allowedMeaning', { name: round.createdBy ?? '—' })]);
  return rows;
}

/** All that it took to make the checkpoints: enough to do it again. */
export function RecipeTab({ round }: { readonly round: RoundDetailView }) {
  const t = useTranslations('rounds.recipeTab');
  const knobWords = useTranslations('rounds.knobs');
  const { recipe } = round;
  const rows: readonly Row[] = [
    [t('engine'), recipe.engine, t('whatRan')],
    [t('datasetSnapshot'), round.snapshotHash ?? '—', t('shaOverLabelled', { labels: round.labels ?? 0 })],
    [t('schema'), round.schemaHash, t('version', { schemaNumber: round.schemaNumber })],
    [t('parentCheckpoint'), round.parent ? t('checkpoint', { number: round.parent.number, name: round.parent.name }) : t('none'), t('whatTrainingStartedFrom')],
    ...givenRows(t, round),
    ...Object.entries(recipe)
      .filter(([key]) => key !== 'engine')
      .map(([key, value]) => {
        const knob = knobs.find((one) => one.key === key);
        const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
        return knob ? ([knobWords(`${knob.key}.name`), text, knobWords(`${knob.key}.explanation`)] as const) : ([key, text, ''] as const);
      }),
  ];
  return (
    <div className="hf-surface" style={{ padding: 12, maxWidth: 980 }}>
      <Table verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([name, value, explanation]) => (
            <Table.Tr key={name}>
              <Table.Td w={190}>{name}</Table.Td>
              <Table.Td>
                <Code>{value}</Code>
              </Table.Td>
              <Table.Td>
                <Text size="xs" c="dimmed">
                  {explanation}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <CopyButton value={JSON.stringify({ recipe, snapshot: round.snapshotHash, schema: round.schemaHash }, null, 2)}>
        {({ copied, copy }) => (
          <Button mt="sm" variant="default" leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />} onClick={copy}>
            {copied ? t('copied') : t('copyAsJson')}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
