import { Badge, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { SuggesterFact } from '../prelabels/SuggesterFact';
import { RelativeTime } from '../ui/RelativeTime';
import type { ProjectSettings } from './project-settings';

/** What is as it is: facts that are changed elsewhere or never. */
export function ProjectFacts({ settings }: { readonly settings: ProjectSettings }) {
  const t = useTranslations('settings.projectFacts');
  const { id, isDemo, createdAt, promotedCheckpoint } = settings;
  return (
    <section className="hf-surface" style={{ padding: 16 }} aria-label={t('aboutProject')}>
      <Table withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} layout="fixed">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th w={160}>{t('shortName')}</Table.Th>
            <Table.Td className="hf-mono">{id}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('made')}</Table.Th>
            <Table.Td>
              <RelativeTime at={createdAt} />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th>{t('promotedCheckpoint')}</Table.Th>
            <Table.Td>
              {promotedCheckpoint ? (
                <>
                  {promotedCheckpoint.number} · {promotedCheckpoint.name},{' '}
                  {promotedCheckpoint.roundId ? (
                    <Link href={`/p/${id}/rounds/${promotedCheckpoint.roundId}`}>{t('round')}</Link>
                  ) : (
                    <RelativeTime at={promotedCheckpoint.createdAt} />
                  )}
                </>
              ) : (
                <>
                  {t.rich('noneYetPromote', { link: (chunks) => <Link href={`/p/${id}/compare`}>{chunks}</Link> })}
                </>
              )}
            </Table.Td>
          </Table.Tr>
          <SuggesterFact suggester={settings.suggester} />
          <Table.Tr>
            <Table.Th>{t('demoData')}</Table.Th>
            <Table.Td>
              {isDemo ? (
                <>
                  <Badge variant="light" size="sm">
                    {t('demo')}
                  </Badge>
                  <Text size="xs" c="dimmed" mt={4}>
                    {t('reportsGeneratedEveryName')}
                  </Text>
                </>
              ) : (
                t('no')
              )}
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </section>
  );
}
