'use client';

import { Button, Group, Loader, SegmentedControl, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';
import { PageHeader } from '../ui/PageHeader';
import { FieldForm } from './FieldForm';
import { PromptPreview } from './PromptPreview';
import { SaveSchemaDialog } from './SaveSchemaDialog';
import { SchemaText } from './SchemaText';
import { SchemaTree } from './SchemaTree';
import { VersionList } from './VersionList';
import classes from './schema.module.css';
import type { SchemaVersion } from './schema-version';
import { useSchemaDraft } from './use-schema-draft';

interface Props {
  readonly projectId: string;
  readonly canEdit: boolean;
}

/** Loads the newest version, then edits it as a draft until it is saved as the next. */
export function SchemaPage({ projectId, canEdit }: Props) {
  const newest = useQuery({
    queryKey: ['schema', projectId],
    queryFn: ({ signal }) => api.get<SchemaVersion>(`/api/projects/${projectId}/schema`, undefined, signal),
    // A draft must not be replaced under somebody's hands.
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (newest.error) return <ErrorNotice error={newest.error} onRetry={() => void newest.refetch()} />;
  if (!newest.data) return <Loader size="sm" />;
  return <SchemaEditor key={newest.data.id} projectId={projectId} version={newest.data} canEdit={canEdit} />;
}

function SchemaEditor({ projectId, version, canEdit }: Props & { readonly version: SchemaVersion }) {
  const t = useTranslations('schema.schemaPage');
  const client = useQueryClient();
  const draft = useSchemaDraft(version.schema);
  const [view, setView] = useState('prompt');
  const [isSaving, setSaving] = useState(false);
  return (
    <div className={classes.page}>
      <PageHeader
        title={t('schema')}
        detail={
          <>
            {t.rich('version', { number: version.number, hash: version.hash.slice(0, 12), span: (chunks) => <span className="hf-mono">{chunks}</span> })}
            {draft.isDirty && t('draftWithChanges')}
            {!canEdit && t('yourRoleMayLook')}
          </>
        }
        actions={
          canEdit && (
            <>
              <Button variant="default" leftSection={<IconArrowBackUp size={15} />} disabled={!draft.canUndo} onClick={draft.undo}>
                {t('undo')}
              </Button>
              <Button variant="default" leftSection={<IconArrowForwardUp size={15} />} disabled={!draft.canRedo} onClick={draft.redo}>
                {t('redo')}
              </Button>
              <Button disabled={!draft.isDirty} onClick={() => setSaving(true)}>
                {t('saveAsVersion', { number: version.number + 1 })}
              </Button>
            </>
          )
        }
      />
      {draft.problem && (
        <Text size="sm" c="red" role="alert" mb="xs">
          {draft.problem}
        </Text>
      )}
      <div className={classes.columns}>
        <SchemaTree draft={draft} canEdit={canEdit} />
        <FieldForm key={draft.selected.join('/')} draft={draft} canEdit={canEdit} />
        <section className={`hf-surface ${classes.side}`} aria-label={t('promptTextAndVersions')}>
          <Group p="xs" pb={0}>
            <SegmentedControl
              value={view}
              onChange={setView}
              data={[
                { value: 'prompt', label: t('prompt') },
                { value: 'text', label: t('asText') },
                { value: 'versions', label: t('versions') },
              ]}
            />
          </Group>
          {view === 'prompt' && <PromptPreview schema={draft.schema} />}
          {view === 'text' && <SchemaText draft={draft} canEdit={canEdit} />}
          {view === 'versions' && <VersionList projectId={projectId} newest={version.number} />}
        </section>
      </div>
      <SaveSchemaDialog
        projectId={projectId}
        baseNumber={version.number}
        schema={draft.schema}
        isOpen={isSaving}
        onClose={() => setSaving(false)}
        onSaved={(number) => {
          setSaving(false);
          notifications.show({ message: t('versionSavedNewAnnotations', { number }) });
          void client.invalidateQueries({ queryKey: ['schema', projectId] });
          void client.invalidateQueries({ queryKey: ['schema-versions', projectId] });
        }}
      />
    </div>
  );
}
