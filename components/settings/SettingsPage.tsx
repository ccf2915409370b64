'use client';

import { Tabs } from '@mantine/core';
import { useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { PageHeader } from '../ui/PageHeader';
import { AssignmentTab } from './AssignmentTab';
import { AuditTab } from './AuditTab';
import { ExportTab } from './ExportTab';
import { KeysTab } from './KeysTab';
import { PeopleTab } from './PeopleTab';
import { ProjectTab } from './ProjectTab';
import { WorkersTab } from './WorkersTab';
import { type SettingsTab, settingsTabs } from './settings-tabs';

interface Props {
  readonly projectId: string;
  readonly userId: string;
  readonly tabs: readonly SettingsTab[];
  readonly canManage: boolean;
  readonly isWorkbenchAdmin: boolean;
}

/** Which section is open stands in the URL. */
export function SettingsPage({ projectId, userId, tabs, canManage, isWorkbenchAdmin }: Props) {
  const t = useTranslations('settings.settingsPage');
  const router = useRouter();
  const asked = useSearchParams().get('tab');
  const open = tabs.find((id) => id === asked) ?? tabs[0] ?? 'project';
  return (
    <>
      <PageHeader title={t('settings')} />
      <Tabs
        value={open}
        onChange={(tab) => router.replace(`/p/${projectId}/settings?tab=${tab ?? 'project'}`)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {settingsTabs
            .filter(({ id }) => tabs.includes(id))
            .map(({ id }) => (
              <Tabs.Tab key={id} value={id}>
                {t(`tabs.${id}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Tabs.Panel value="project">
          <ProjectTab projectId={projectId} canManage={canManage} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeopleTab projectId={projectId} userId={userId} isWorkbenchAdmin={isWorkbenchAdmin} />
        </Tabs.Panel>
        <Tabs.Panel value="assignment">
          <AssignmentTab projectId={projectId} />
        </Tabs.Panel>
        <Tabs.Panel value="keys">
          <KeysTab />
        </Tabs.Panel>
        <Tabs.Panel value="workers">
          <WorkersTab projectId={projectId} />
        </Tabs.Panel>
        <Tabs.Panel value="export">
          <ExportTab projectId={projectId} />
        </Tabs.Panel>
        <Tabs.Panel value="audit">
          <AuditTab projectId={projectId} isWorkbenchAdmin={isWorkbenchAdmin} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
