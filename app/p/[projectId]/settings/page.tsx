import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SettingsPage } from '@/components/settings/SettingsPage';
import { settingsTabs } from '@/components/settings/settings-tabs';
import { isAllowed } from '@/lib/core/access/roles';
import { currentActor } from '@/lib/server/auth/current-actor';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('settings') };

interface Props {
  readonly params: Promise<{ projectId: string }>;
}

export default async function Page({ params }: Props) {
  const { projectId } = await params;
  const actor = await currentActor();
  if (!actor) notFound();
  const tabs = settingsTabs.filter(({ permission }) => isAllowed(actor, permission, projectId)).map(({ id }) => id);
  return (
    <SettingsPage
      projectId={projectId}
      userId={actor.userId}
      tabs={tabs}
      canManage={isAllowed(actor, 'project.manage', projectId)}
      isWorkbenchAdmin={actor.isAdmin}
    />
  );
}
