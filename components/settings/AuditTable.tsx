import { Table } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { RelativeTime } from '../ui/RelativeTime';

export interface AuditEvent {
  readonly id: string;
  readonly userId: string | null;
  readonly userName: string | null;
  readonly action: string;
  readonly subject: string;
  readonly createdAt: string;
}

interface Props {
  readonly projectId: string;
  readonly events: readonly AuditEvent[];
}

/** Where a subject can be looked at, for the kinds that have a page. */
function subjectHref(projectId: string, subject: string): string | null {
  // "document:ID/page:0" is looked at where the document is.
  const [kind, id] = (subject.split('/')[0] ?? subject).split(':');
  if (!id) return null;
  if (kind === 'document') return `/p/${projectId}/documents/${id}`;
  if (kind === 'round') return `/p/${projectId}/rounds/${id}`;
  return null;
}

function Subject({ projectId, subject }: { readonly projectId: string; readonly subject: string }) {
  const href = subjectHref(projectId, subject);
  return <span className="hf-mono">{href ? <Link href={href}>{subject}</Link> : subject}</span>;
}

export function AuditTable({ projectId, events }: Props) {
  const t = useTranslations('settings.auditTable');
  return (
    <div className="hf-surface">
      <Table stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>{t('when')}</Table.Th>
            <Table.Th>{t('who')}</Table.Th>
            <Table.Th>{t('didWhat')}</Table.Th>
            <Table.Th>{t('toWhat')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {events.map(({ id, userId, userName, action, subject, createdAt }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <RelativeTime at={createdAt} />
              </Table.Td>
              <Table.Td>{userName ?? (userId === null ? t('workbench') : t('somebodyWhoWasRemoved'))}</Table.Td>
              <Table.Td>{action}</Table.Td>
              <Table.Td>
                <Subject projectId={projectId} subject={subject} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
