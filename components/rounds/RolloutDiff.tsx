import { Code, Group, Text } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { isJsonObject, type Leaf } from '@/lib/core/record/json';
import { parseJson } from '@/lib/core/record/parse-json';
import { leavesOf } from '@/lib/core/record/pointer';

export interface RolloutView {
  readonly documentId: string;
  readonly documentName: string;
  readonly completion: string;
  readonly reward: number;
  readonly advantage: number;
}

function leavesIn(completion: string): ReadonlyMap<string, Leaf> {
  const parsed = parseJson(completion);
  if (!parsed.ok || !isJsonObject(parsed.value)) return new Map();
  return new Map(leavesOf(parsed.value).map(({ pointer, value }) => [pointer, value]));
}

const mostShown = 4;

/** Where a completion says something else than the best of its group. */
export function RolloutDiff({ rollout, best }: { readonly rollout: RolloutView; readonly best: RolloutView }) {
  const t = useTranslations('rounds.rolloutDiff');
  const say = (value: Leaf | undefined): string => (value === undefined || value === null || value === '' ? t('absent') : String(value));
  if (rollout === best) return <Text size="sm">{t('bestOfGroup')}</Text>;
  const own = leavesIn(rollout.completion);
  const other = leavesIn(best.completion);
  const differing = [...new Set([...own.keys(), ...other.keys()])].filter((pointer) => say(own.get(pointer)) !== say(other.get(pointer)));
  if (differing.length === 0) return <Text size="sm" c="dimmed">{t('saysSame')}</Text>;
  return (
    <>
      {differing.slice(0, mostShown).map((pointer) => (
        <Group key={pointer} gap={6} wrap="nowrap">
          <Code fz={11}>{pointer}</Code>
          <Text size="sm" lineClamp={1} dir="auto" title={say(own.get(pointer))}>
            {say(own.get(pointer))}
          </Text>
          <Text size="xs" c="dimmed" lineClamp={1} title={say(other.get(pointer))}>
            {t('best', { value: say(other.get(pointer)) })}
          </Text>
        </Group>
      ))}
      {differing.length > mostShown && (
        <Text size="xs" c="dimmed">
          {t('andMore', { count: differing.length - mostShown })}
        </Text>
      )}
    </>
  );
}
