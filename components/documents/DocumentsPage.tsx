'use client';

import '@mantine/dropzone/styles.css';
import { Center, Group, Loader, SegmentedControl, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFiles, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { DocumentGrid } from './DocumentGrid';
import { DocumentTable } from './DocumentTable';
import { FilterBar } from './FilterBar';
import { ImportButton } from './ImportButton';
import { ImportPanel } from './ImportPanel';
import { ImportTargetBar, isUsable, poolTarget } from './ImportTargetBar';
import { ReadingLine } from './ReadingLine';
import { SplitMenu } from './SplitMenu';
import classes from './documents.module.css';
import { importRun } from './import-run';
import { type DocumentView, useDocumentFilters } from './use-document-filters';
import { documentsKey, useDocuments, useReadingFigures } from './use-documents';
import { useImportTarget } from './use-import-target';

interface Props {
  readonly projectId: string;
  readonly canImport: boolean;
  readonly canManage: boolean;
}

/** What was imported, how far it is read, and the way in for more. */
export function DocumentsPage({ projectId, canImport, canManage }: Props) {
  const t = useTranslations('documents.documentsPage');
  const runWords = useTranslations('documents.importRun');
  const client = useQueryClient();
  const run = useSyncExternalStore(importRun.subscribe, importRun.get, () => null);
  const shownRun = run?.projectId === projectId ? run : null;
  const { filters, view, setFilter, clear, setView } = useDocumentFilters();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [target, setTarget] = useImportTarget();
  const figures = useReadingFigures(projectId);
  const list = useDocuments(projectId, filters, (figures.data?.waitingPages ?? 0) > 0 || shownRun?.isRunning === true);
  const doneCount = shownRun?.files.filter(({ state }) => state === 'done').length ?? 0;
  useEffect(() => {
    if (doneCount === 0) return;
    void client.invalidateQueries({ queryKey: documentsKey(projectId) });
    void client.invalidateQueries({ queryKey: ['reading-figures', projectId] });
  }, [doneCount, client, projectId]);

  const canStart = run?.isRunning !== true && isUsable(target);
  const start = (files: readonly File[]): void => void importRun.start(runWords, projectId, files, target);
  const loadMore = (): void => {
    if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
  };
  const documents = list.data?.pages.flatMap((page) => page.documents) ?? [];
  const head = list.data?.pages[0];
  const suites = (head?.facets.splits ?? []).flatMap(({ suite }) => suite ?? []).sort();
  const isFiltered = Object.keys(filters).length > 0;
  const importButton = canImport && (
    <ImportButton isDisabled={!canStart} onFiles={start} onTarget={() => setTarget({ split: 'transfer', suite: '' })} />
  );
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('documents')}
        detail={
          <>
            {head && (isFiltered ? t('match', { matching: head.matching }) : t('documentsMatching', { matching: head.matching }))}
            {figures.data && <ReadingLine figures={figures.data} />}
          </>
        }
        actions={
          <>
            <SegmentedControl
              aria-label={t('view')}
              value={view}
              onChange={(value) => setView(value as DocumentView)}
              data={[{ value: 'table', label: t('table') }, { value: 'grid', label: t('grid') }]}
            />
            {importButton}
          </>
        }
      />
      {canImport && target !== poolTarget && <ImportTargetBar target={target} suites={suites} onChange={setTarget} />}
      {shownRun && <ImportPanel run={shownRun} />}
      <Group justify="space-between">
        <FilterBar filters={filters} facets={head?.facets} onFilter={setFilter} onClear={clear} />
        {canManage && chosen.size > 0 && <SplitMenu projectId={projectId} chosen={chosen} suites={suites} onDone={() => setChosen(new Set())} />}
      </Group>
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && (
        <Center p="xl">
          <Loader size="sm" aria-label={t('loadingDocuments')} />
        </Center>
      )}
      {head && documents.length === 0 && !isFiltered && (
        <EmptyState title={t('noDocumentsYet')} icon={<IconFiles size={32} stroke={1.4} />} action={importButton}>
          {canImport
            ? t('dropImagesTiffPdf')
            : t('leadImportsThemThey')}
        </EmptyState>
      )}
      {head && documents.length === 0 && isFiltered && (
        <EmptyState title={t('noDocumentMatches')}>{t('takeOffFilter')}</EmptyState>
      )}
      {documents.length > 0 &&
        (view === 'grid' ? (
          <DocumentGrid projectId={projectId} documents={documents} onEnd={loadMore} />
        ) : (
          <DocumentTable projectId={projectId} documents={documents} chosen={chosen} onChoose={setChosen} onFilter={setFilter} onEnd={loadMore} />
        ))}
      {canImport && (
        <Dropzone.FullScreen active={canStart} onDrop={start} useFsAccessApi={false}>
          <Center h="60vh">
            <Group gap="sm">
              <IconUpload size={28} />
              <Text size="lg" fw={600}>
                {t('dropToImport')}
              </Text>
            </Group>
          </Center>
        </Dropzone.FullScreen>
      )}
    </div>
  );
}
