'use client';

import { Alert, Button, Checkbox, Group, Loader, Stack, Text } from '@mantine/core';
import { IconDownload, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../ui/api';
import { EmptyState } from '../ui/EmptyState';
import { ErrorNotice } from '../ui/ErrorNotice';
import { type GoldCount, goldBySplit } from './gold-by-split';

/** Gold as a file. */
export function ExportTab({ projectId }: { readonly projectId: string }) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const counts = useQuery({
    queryKey: ['gold-counts', projectId],
    queryFn: ({ signal }) => api.get<readonly GoldCount[]>(`/api/projects/${projectId}/exports`, undefined, signal),
  });
  if (counts.error) return <ErrorNotice error={counts.error} onRetry={() => void counts.refetch()} />;
  if (!counts.data) return <Loader size="sm" aria-label="Counting the gold" />;
  const splits = goldBySplit(counts.data);
  if (splits.length === 0) {
    return (
      <EmptyState title="No gold yet">
        Gold is what review accepted. Label some documents and accept them, then they can be exported here.
      </EmptyState>
    );
  }
  const chosen = splits.filter(({ split }) => !left.includes(split));
  const total = chosen.reduce((sum, { count }) => sum + count, 0);
  const query = new URLSearchParams({ splits: chosen.map(({ split }) => split).join(',') });
  return (
    <Stack gap="md" maw={720}>
      <Alert color="orange" variant="outline" icon={<IconShieldLock size={18} />} title="The file holds protected data">
        <Text size="sm">
          Fields marked as PHI are in it as they were labelled. Keep it where such data may be kept. Who exported, and
          when, is in the audit log.
        </Text>
      </Alert>
      <section className="hf-surface" style={{ padding: 16 }} aria-label="What to export">
        <Checkbox.Group
          label="Splits"
          value={chosen.map(({ split }) => split)}
          onChange={(kept) => setLeft(splits.flatMap(({ split }) => (kept.includes(split) ? [] : [split])))}
        >
          <Stack gap="xs" mt="xs">
            {splits.map(({ split, count, origins }) => (
              <Checkbox key={split} value={split} label={`${split}: ${count} documents`} description={origins} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Text size="xs" c="dimmed" mt="md">
          JSON lines, one document a line: gold, evidence and provenance as JSON text, with the document’s name, split and
          group, the schema version, and who made it (person, simulated, imported).
        </Text>
        <Group justify="flex-end" mt="md">
          {total > 0 ? (
            <Button component="a" href={`/api/projects/${projectId}/exports/gold?${query}`} download leftSection={<IconDownload size={16} />}>
              Download {total} documents
            </Button>
          ) : (
            <Button disabled>Choose a split</Button>
          )}
        </Group>
      </section>
    </Stack>
  );
}
