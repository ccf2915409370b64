'use client';

import { Tabs } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { useUrlFilters } from '@/components/settings/use-url-filters';
import { PageHeader } from '@/components/ui/PageHeader';
import { AgreementTab } from './AgreementTab';
import { ReviewList } from './ReviewList';

interface Props {
  readonly projectId: string;
  readonly seesHoneypots: boolean;
}

/** What is to be decided, and how far annotators agree; which of the two stands in the URL. */
export function ReviewPage({ projectId, seesHoneypots }: Props) {
  const t = useTranslations('review.reviewPage');
  const { values, set } = useUrlFilters(['tab'] as const);
  const open = values.tab === 'agreement' ? 'agreement' : 'documents';
  return (
    <>
      <PageHeader title={t('review')} />
      <Tabs value={open} onChange={(tab) => set({ tab: tab === 'documents' ? null : tab })} keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="documents">{t('documents')}</Tabs.Tab>
          <Tabs.Tab value="agreement">{t('agreement')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="documents"><ReviewList projectId={projectId} /></Tabs.Panel>
        <Tabs.Panel value="agreement"><AgreementTab projectId={projectId} seesHoneypots={seesHoneypots} /></Tabs.Panel>
      </Tabs>
    </>
  );
}
