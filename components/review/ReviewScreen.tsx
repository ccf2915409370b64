'use client';

import { ActionIcon, Badge, Box, Button, Center, Indicator, Loader, Text, Tooltip } from '@mantine/core';
import { IconList, IconMessageCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AnnotationView } from '@/lib/core/annotation/contract';
import { stopBeside } from '@/lib/core/annotation/fields';
import type { CanvasHandle } from '@/components/canvas/PageCanvas';
import classes from '@/components/annotate/annotate.module.css';
import { DocumentStage } from '@/components/annotate/DocumentStage';
import { readOnlyActions } from '@/components/annotate/fields/field-actions';
import { createPanelStore, type PanelSource } from '@/components/annotate/fields/panel-store';
import { OriginBadge } from '@/components/annotate/OriginBadge';
import { ReasonDialog } from '@/components/annotate/ReasonDialog';
import { usePages } from '@/components/annotate/use-pages';
import { CommandTip } from '@/components/commands/CommandTip';
import { CommandKey } from '@/components/commands/KeyCaps';
import { ShowKeysButton } from '@/components/commands/ShowKeysButton';
import { useCommands } from '@/components/commands/use-commands';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { createStore, useStore } from '@/components/ui/store';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { api } from '@/components/ui/api';
import { allReviewCommands, reviewCommands, type ReviewActions } from './review-commands';
import reviewClasses from './review.module.css';
import { ThreadPanel } from './ThreadPanel';
import { useReviewFlow } from './use-review-flow';
import { usePins } from './use-pins';
import { useThreads } from './use-threads';

interface Props {
  readonly projectId: string;
  readonly annotationId: string;
}

/** One submitted annotation, to read, to accept or to send back. */
function Review({ projectId, view }: { readonly projectId: string; readonly view: AnnotationView }) {
  const t = useTranslations('review.reviewScreen');
  const states = useTranslations('review.states');
  const { annotation, document, pages } = view;
  const flow = useReviewFlow(projectId, document.id);
  const threads = useThreads(projectId, [annotation.id]);
  const openThreads = threads.threads.filter(({ resolvedAt }) => resolvedAt === null).length;
  const [talk, setTalk] = useState<'closed' | 'open' | 'writing'>('closed');
  const canvas = useRef<CanvasHandle>(null);
  const [page, setPage] = useState(0);
  const [dialog, setDialog] = useState<'return' | 'reopen' | null>(null);
  const [source] = useState(() => createStore<PanelSource>({ content: view.content, focus: null, proposal: null }));
  const stored = usePages(projectId, view, page);
  const panel = useMemo(() => createPanelStore(view, source, false), [view, source]);
  useEffect(() => source.change({ content: view.content }), [source, view.content]);
  const focus = useStore(source, (state) => state.focus);
  const isOpen = annotation.state === 'submitted';
  const look = useMemo(
    () => (pointer: string) => {
      source.change({ focus: pointer });
      const [first] = view.content.evidence[pointer] ?? [];
      if (first) setPage(first.page);
    },
    [source, view.content.evidence],
  );
  const fieldActions = useMemo(() => readOnlyActions(look), [look]);
  const openTalk = useCallback(() => setTalk((now) => (now === 'closed' ? 'open' : now)), []);
  const pins = usePins({ threads: threads.threads, page, onPage: setPage, onOpen: openTalk, onPlace: () => setTalk('writing') });
  const pin = pins.place ? { pointer: null, ...pins.place } : { pointer: focus, page: focus === null ? page : null, box: null };
  const accept = () => isOpen && !flow.isBusy && flow.accept(annotation.id);
  const actions: ReviewActions = {
    isOpen,
    accept,
    sendBack: () => isOpen && setDialog('return'),
    comment: () => setTalk('writing'),
    commentOnPlace: () => {
      openTalk();
      pins.setDrawing(true);
    },
    leave: () => {
      canvas.current?.cancel();
      pins.setDrawing(false);
    },
    next: flow.next,
    step: (by) => {
      const pointer = stopBeside(panel.getState().items, focus, by);
      if (pointer !== null) look(pointer);
    },
    zoom: (factor) => canvas.current?.zoom(factor),
    fit: () => canvas.current?.fit(),
    turnPage: (by) => setPage(Math.min(pages.length - 1, Math.max(0, page + by))),
  };
  useCommands(allReviewCommands, actions);
  return (
    <div className={classes.workbench} data-commands>
      <header className={classes.header}>
        <Tooltip label={t('list')}>
          <ActionIcon component={Link} href={`/p/${projectId}/review`} aria-label={t('list')}><IconList size={18} /></ActionIcon>
        </Tooltip>
        <h1 className={classes.name} style={{ fontSize: 14, margin: 0 }} title={document.name}>{document.name}</h1>
        <Text size="sm" c="dimmed">
          {[document.kind, annotation.origin === 'person' ? annotation.annotatorName : null].filter(Boolean).join(' · ')}
          {annotation.submittedAt && <> · <RelativeTime at={annotation.submittedAt} /></>}
        </Text>
        <OriginBadge origin={annotation.origin} />
        <Badge tt="none" variant="light" color={annotation.state === 'accepted' ? 'green' : 'gray'}>{states(annotation.state)}</Badge>
        <div style={{ flex: 1 }} />
        <CommandTip command={reviewCommands.comment} label={t('commentsWrites')}>
          <Indicator label={openThreads} size={14} color="orange" disabled={openThreads === 0}>
            <ActionIcon aria-label={t('comments')} aria-pressed={talk !== 'closed'} onClick={() => setTalk(talk === 'closed' ? 'open' : 'closed')}><IconMessageCircle size={18} /></ActionIcon>
          </Indicator>
        </CommandTip>
        <ShowKeysButton />
        {annotation.state === 'accepted' && <Button variant="default" loading={flow.isBusy} onClick={() => setDialog('reopen')}>{t('reopen')}</Button>}
        <Button variant="default" disabled={!isOpen} rightSection={<CommandKey command={reviewCommands.sendBack} />} onClick={actions.sendBack}>{t('sendBack')}</Button>
        <Button disabled={!isOpen} loading={flow.isBusy} rightSection={<CommandKey command={reviewCommands.accept} />} onClick={accept}>{t('acceptNext')}</Button>
      </header>
      {flow.error && <ErrorNotice error={flow.error} />}
      <div className={reviewClasses['stage']}>
      <DocumentStage
        projectId={projectId}
        document={document}
        pages={stored}
        page={page}
        tool="pan"
        panel={panel}
        actions={fieldActions}
        cursorWish={0}
        handle={canvas}
        onTool={() => undefined}
        onZoom={actions.zoom}
        onFit={actions.fit}
        onPage={setPage}
        pins={pins}
      />
      {talk !== 'closed' && (
        <ThreadPanel
          threads={threads}
          discussed={[{ annotationId: annotation.id, annotatorName: annotation.annotatorName, pin }]}
          isWriting={talk === 'writing'}
          pins={pins}
          onDraw={pins.setDrawing}
          onWrite={(isWriting) => {
            if (!isWriting) pins.dropPlace();
            setTalk(isWriting ? 'writing' : 'open');
          }}
          onLook={(thread) => {
            pins.open(thread.id);
            if (thread.pointer !== null) look(thread.pointer);
            else if (thread.page !== null) setPage(thread.page);
          }}
          onClose={() => {
            pins.setDrawing(false);
            pins.dropPlace();
            setTalk('closed');
          }}
        />
      )}
      </div>
      {dialog === 'reopen' && (
        <ReasonDialog
          title={t('reopenName', { name: document.name })}
          label={t('whyReopen')}
          confirm={t('reopenIt')}
          onClose={() => setDialog(null)}
          onConfirm={(reason) => {
            setDialog(null);
            flow.reopen(annotation.id, reason);
          }}
        />
      )}
      {dialog === 'return' && (
        <ReasonDialog
          title={t('sendBackName', { name: document.name })}
          label={t('whatToChanged')}
          confirm={t('sendBackAndGo')}
          onClose={() => setDialog(null)}
          onConfirm={(note) => flow.sendBack([annotation.id], note)}
        />
      )}
    </div>
  );
}

/** Opens an annotation for review. */
export function ReviewScreen({ projectId, annotationId }: Props) {
  const t = useTranslations('review.reviewScreen');
  const { data, error, refetch } = useQuery({
    queryKey: ['review', projectId, annotationId],
    queryFn: () => api.get<AnnotationView>(`/api/projects/${projectId}/reviews/${annotationId}`),
    refetchOnWindowFocus: false,
  });
  if (error) return <Box p="md"><ErrorNotice error={error} onRetry={() => void refetch()} /></Box>;
  if (!data) return <Center h="60%" role="status" aria-label={t('openingAnnotation')}><Loader size="sm" /></Center>;
  return <Review projectId={projectId} view={data} />;
}
