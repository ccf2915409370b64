'use client';

import { Alert, Button, Checkbox, Group, Text } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { AdjudicationView, ReviewSide } from '@/lib/core/review/contract';
import classes from '@/components/annotate/annotate.module.css';
import { useCommands } from '@/components/commands/use-commands';
import { ErrorNotice } from '@/components/ui/ErrorNotice';
import { AdjudicationHeader } from './AdjudicationHeader';
import { allAdjudicationCommands, type AdjudicationActions } from './adjudication-commands';
import reviewClasses from './review.module.css';
import { SendBackDialog } from './SendBackDialog';
import { SidesPage } from './SidesPage';
import { SidesTable } from './SidesTable';
import { ThreadPanel } from './ThreadPanel';
import { useAdjudication } from './use-adjudication';
import { useReviewFlow } from './use-review-flow';
import { usePins } from './use-pins';
import { useThreads } from './use-threads';

interface Props {
  readonly projectId: string;
  readonly view: AdjudicationView;
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  readonly onChooseSides: (left: string, right: string) => void;
}

/** Two annotations of a document side by side, to make one gold record of. */
export function Adjudication({ projectId, view, left, right, onChooseSides }: Props) {
  const t = useTranslations('review.adjudication');
  const { document, pages, sides, goldAnnotationId, refusal } = view;
  const flow = useReviewFlow(projectId, document.id);
  const threads = useThreads(projectId, [left.annotationId, right.annotationId]);
  const work = useAdjudication(view, left, right);
  const [dialog, setDialog] = useState<'return' | null>(null);
  const [talk, setTalk] = useState<'closed' | 'open' | 'writing'>('closed');
  const [turnTo, setTurnTo] = useState<number | null>(null);
  const pins = usePins({ threads: threads.threads, page: turnTo ?? 0, onPage: setTurnTo, onOpen: () => setTalk((now) => (now === 'closed' ? 'open' : now)) });
  const isOpen = goldAnnotationId === null && left.state === 'submitted' && right.state === 'submitted';
  const canChoose = isOpen && refusal === null;
  const canSettle = canChoose && work.undecided.length === 0 && work.unscorable === null && !flow.isBusy;
  const place = work.focused?.place ?? null;
  const onPlace = (act: (at: string) => void) => (): void => {
    if (canChoose && place !== null && !work.focused?.isEqual) act(place);
  };
  const settle = (): void => {
    if (!canSettle) return;
    const [a, b] = [left, right].map(({ annotationId, revision }) => ({ annotationId, revision }));
    flow.settle({ left: a, right: b, choices: work.choices });
  };
  const actions: AdjudicationActions = {
    take: (side) => onPlace((at) => work.take(at, side))(),
    takeRest: (side) => canChoose && work.takeRest(side),
    writeOwn: () => canChoose && place !== null && work.write(place),
    undecide: () => canChoose && place !== null && work.undecide(place),
    step: work.step,
    toggleEqual: work.toggleEqual,
    settle,
    sendBack: () => isOpen && setDialog('return'),
    comment: () => setTalk('writing'),
    next: flow.next,
  };
  useCommands(allAdjudicationCommands, actions);
  const boxesOf = (side: ReviewSide, pointer: string | undefined) => (pointer === undefined ? [] : (side.content.evidence[pointer] ?? []));
  const boxes = { left: boxesOf(left, work.focused?.left?.pointer), right: boxesOf(right, work.focused?.right?.pointer) };
  const pinOf = (pointer: string | undefined) => ({ pointer: pointer ?? null, page: null, box: null });
  return (
    <div className={classes.workbench} data-commands>
      <AdjudicationHeader
        projectId={projectId}
        view={view}
        left={left}
        right={right}
        actions={actions}
        openThreads={threads.threads.filter(({ resolvedAt }) => resolvedAt === null).length}
        isOpen={isOpen}
        canSettle={canSettle}
        undecided={work.undecided.length}
        isBusy={flow.isBusy}
        isTalking={talk !== 'closed'}
        onTalk={() => setTalk(talk === 'closed' ? 'open' : 'closed')}
        onChooseSides={onChooseSides}
        onAcceptWhole={(annotationId) => flow.accept(annotationId)}
      />
      {flow.error && <ErrorNotice error={flow.error} />}
      {refusal && isOpen && <Alert className={classes.notice} color="orange" role="status"><Text size="sm">{refusal}</Text></Alert>}
      {!isOpen && (
        <Alert className={classes.notice} color="gray" role="status">
          <Group gap="sm">
            <Text size="sm">{goldAnnotationId ? t('settledDocumentHasGold') : t('annotatorHasDocumentBack')}</Text>
            {goldAnnotationId && <Button size="compact-xs" variant="default" component={Link} href={`/p/${projectId}/review/${goldAnnotationId}`}>{t('seeGold')}</Button>}
          </Group>
        </Alert>
      )}
      {work.unscorable && <Alert className={classes.notice} color="orange" role="status"><Text size="sm">{t('twoCannotPutSide', { unscorable: work.unscorable })}</Text></Alert>}
      <div className={reviewClasses['stage']}>
        <div className={reviewClasses['panes']}>
          <SidesPage projectId={projectId} document={document} pages={pages} boxes={boxes} turnTo={turnTo} pins={pins.all} openedPin={pins.opened} onOpenPin={pins.press} />
          <section className={`${reviewClasses['pane']} ${reviewClasses['lines']}`} aria-label={t('fields')}>
            <Group justify="space-between" px="sm" py={6} wrap="nowrap">
              <Text size="sm" c="dimmed" role="status" aria-label={t('differences')}>
                {work.differences.length === 0
                  ? t('bothSaySame')
                  : t(canChoose ? 'differencesUndecided' : 'differencesCount', { count: work.differences.length, undecided: work.undecided.length })}
              </Text>
              {work.differences.length > 0 && (
                <Checkbox size="xs" label={t('onlyDifferencesD')} checked={work.onlyDifferences} onChange={work.toggleEqual} />
              )}
            </Group>
            <SidesTable
              lines={work.lines}
              names={{ left: left.annotatorName, right: right.annotatorName }}
              absent={work.absent}
              choices={work.choices}
              focused={place}
              writing={work.writing}
              isReadOnly={!canChoose}
              onFocus={work.focus}
              onTake={work.take}
              onOwn={work.own}
            />
          </section>
        </div>
        {talk !== 'closed' && (
          <ThreadPanel
            threads={threads}
            discussed={[
              { annotationId: left.annotationId, annotatorName: left.annotatorName, pin: pinOf(work.focused?.left?.pointer) },
              { annotationId: right.annotationId, annotatorName: right.annotatorName, pin: pinOf(work.focused?.right?.pointer) },
            ]}
            isWriting={talk === 'writing'}
            onWrite={(isWriting) => setTalk(isWriting ? 'writing' : 'open')}
            pins={pins}
            onLook={(thread) => {
              pins.open(thread.id);
              const side = thread.annotationId === left.annotationId ? 'left' : 'right';
              const line = work.lines.find((one) => one[side]?.pointer === thread.pointer);
              if (line) work.focus(line.place);
              setTurnTo(thread.page);
            }}
            onClose={() => setTalk('closed')}
          />
        )}
      </div>
      {dialog === 'return' && (
        <SendBackDialog
          title={t('sendBack', { name: document.name })}
          sides={sides.filter(({ state }) => state === 'submitted')}
          onClose={() => setDialog(null)}
          onConfirm={flow.sendBack}
        />
      )}
    </div>
  );
}
