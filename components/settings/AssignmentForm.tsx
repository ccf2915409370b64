'use client';

import { Alert, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { AssignmentView } from '@/lib/core/assignment/contract';
import { assignmentLimits, wantedAnnotators, type AssignmentRules } from '@/lib/core/assignment/rules';
import type { Translate } from '@/messages/translate';
import { api } from '../ui/api';
import { ErrorNotice } from '../ui/ErrorNotice';

interface Props {
  readonly projectId: string;
  readonly assignment: AssignmentView;
}

interface Values {
  readonly overlapPercent: number;
  readonly overlapAnnotators: number;
  readonly honeypotPercent: number;
}

const toRules = ({ overlapPercent, overlapAnnotators, honeypotPercent }: Values): AssignmentRules => ({
  overlapShare: overlapPercent / 100, overlapAnnotators, honeypotShare: honeypotPercent / 100,
});

/** What the shares mean for the queue as it stands, in words. */
function overlapWords(t: Translate<'settings.assignmentForm'>, { queuedIds, annotators }: AssignmentView, rules: AssignmentRules): string {
  const several = queuedIds.filter((id) => wantedAnnotators(rules, id) > 1).length;
  if (rules.overlapShare === 0) return t('everyDocumentLabelled');
  const of = queuedIds.length === 0 ? t('queueEmptyYet') : t('ofDocumentsInQueue', { several, count: queuedIds.length });
  const few = annotators < rules.overlapAnnotators ? t('onlyPeopleHereMay', { annotators }) : '';
  return `${of}${few}`;
}

function honeypotWords(t: Translate<'settings.assignmentForm'>, { honeypotCandidates }: AssignmentView, { honeypotShare }: AssignmentRules): string {
  if (honeypotShare === 0) return t('noDocumentWithKnown');
  const often = t('aboutOneInDocuments', { documents: Math.round(1 / honeypotShare) });
  return honeypotCandidates === 0 ? t('noGoldToAsk', { often }) : t('documentsWithGoldCan', { often, count: honeypotCandidates });
}

export function AssignmentForm({ projectId, assignment }: Props) {
  const t = useTranslations('settings.assignmentForm');
  const client = useQueryClient();
  const { overlapShare, overlapAnnotators, honeypotShare } = assignment.rules;
  const form = useForm<Values>({
    initialValues: { overlapPercent: Math.round(overlapShare * 1000) / 10, overlapAnnotators, honeypotPercent: Math.round(honeypotShare * 1000) / 10 },
  });
  const save = useMutation({
    mutationFn: (values: Values) => api.put(`/api/projects/${projectId}/assignment`, toRules(values)),
    onSuccess: async () => {
      form.resetDirty();
      notifications.show({ message: t('assignmentSaved') });
      await client.invalidateQueries({ queryKey: ['assignment', projectId] });
    },
  });
  const rules = toRules(form.values);
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} className="hf-surface" style={{ padding: 16, maxWidth: 720 }}>
      <Stack gap="md">
        <NumberInput
          label={t('shareOfDocumentsSeveral')}
          description={t('theyLabelApart')}
          suffix=" %" min={0} max={100} clampBehavior="strict" w="100%"
          {...form.getInputProps('overlapPercent')}
        />
        <NumberInput
          label={t('peopleWhoLabelSuch')}
          min={2} max={assignmentLimits.maxAnnotators} allowDecimal={false} clampBehavior="strict"
          disabled={rules.overlapShare === 0}
          {...form.getInputProps('overlapAnnotators')}
        />
        <Text size="sm" role="status" aria-label={t('whatShareMeans')}>{overlapWords(t, assignment, rules)}</Text>
        <NumberInput
          label={t('shareOfHoneypots')}
          description={t('documentsWhoseGoldKnown')}
          suffix=" %" min={0} max={assignmentLimits.maxHoneypotShare * 100} clampBehavior="strict"
          {...form.getInputProps('honeypotPercent')}
        />
        <Text size="sm" role="status" aria-label={t('whatHoneypotsMean')}>{honeypotWords(t, assignment, rules)}</Text>
        {rules.honeypotShare > 0 && (
          <Alert color="gray">
            <Text size="sm">{t('tellYourAnnotatorsSuch')}</Text>
          </Alert>
        )}
        {save.isError && <ErrorNotice error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>{t('save')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
