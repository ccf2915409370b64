'use client';

import { Skeleton, Tabs } from '@mantine/core';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ErrorNotice } from '../ui/ErrorNotice';
import { CheckpointsTab } from './CheckpointsTab';
import { CurvesTab } from './CurvesTab';
import { DocumentsTab } from './DocumentsTab';
import { LogTab } from './LogTab';
import { RecipeTab } from './RecipeTab';
import { RolloutsTab } from './RolloutsTab';
import { RoundHead } from './RoundHead';
import { FindingsPanel } from './FindingsPanel';
import { draftOf, type RoundDraft } from './start/round-draft';
import { StartRoundSheet } from './start/StartRoundSheet';
import type { RoundDetailView } from './round-view';
import { useRoundStream } from './use-round-stream';

const tabs = ['curves', 'rollouts', 'documents', 'recipe', 'log', 'checkpoints'] as const;

interface Props {
  readonly projectId: string;
  readonly initial: RoundDetailView;
  readonly canRun: boolean;
}

/** One round, live while it runs. The tab stands in the URL. */
export function RoundPage({ projectId, initial, canRun }: Props) {
  const t = useTranslations('rounds.roundPage');
  const router = useRouter();
  const path = usePathname();
  const tab = useSearchParams().get('tab') ?? 'curves';
  const [repeated, setRepeated] = useState<RoundDraft | null>(null);
  const { round, events, isLoading, isLive, error } = useRoundStream(projectId, initial);
  return (
    <>
      <RoundHead projectId={projectId} round={round} isLive={isLive} canRun={canRun} onRepeat={() => setRepeated(draftOf(round))} />
      <FindingsPanel
        round={round}
        canRun={canRun}
        onAllow={(codes) => {
          const draft = draftOf(round);
          setRepeated({ ...draft, inputs: { ...draft.inputs, allow: [...new Set([...draft.inputs.allow, ...codes])] } });
        }}
      />
      {error !== null && error !== undefined && <ErrorNotice error={error} />}
      <Tabs value={tab} onChange={(value) => router.replace(`${path}?tab=${value ?? 'curves'}`, { scroll: false })} keepMounted={false}>
        <Tabs.List mb="sm">
          {tabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`tabs.${value}`)}
              {value === 'checkpoints' && round.checkpoints.length > 0 ? ` (${round.checkpoints.length})` : ''}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="curves">
          {isLoading ? <Skeleton h={480} /> : <CurvesTab projectId={projectId} round={round} events={events} />}
        </Tabs.Panel>
        <Tabs.Panel value="rollouts">
          <RolloutsTab projectId={projectId} roundId={round.id} isOver={round.isOver} />
        </Tabs.Panel>
        <Tabs.Panel value="documents">
          <DocumentsTab projectId={projectId} roundId={round.id} isOver={round.isOver} />
        </Tabs.Panel>
        <Tabs.Panel value="recipe">
          <RecipeTab round={round} />
        </Tabs.Panel>
        <Tabs.Panel value="log">
          {isLoading ? <Skeleton h={480} /> : <LogTab events={events} />}
        </Tabs.Panel>
        <Tabs.Panel value="checkpoints">
          <CheckpointsTab projectId={projectId} roundId={round.id} isOver={round.isOver} canRun={canRun} />
        </Tabs.Panel>
      </Tabs>
      {canRun && <StartRoundSheet projectId={projectId} isOpen={repeated !== null} onClose={() => setRepeated(null)} from={repeated ?? undefined} />}
    </>
  );
}
