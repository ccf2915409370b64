'use client';

import { Alert, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AssignmentView } from '@/lib/core/assignment/contract';
import { assignmentLimits, wantedAnnotators, type AssignmentRules } from '@/lib/core/assignment/rules';
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
function overlapWords({ queuedIds, annotators }: AssignmentView, rules: AssignmentRules): string {
  const several = queuedIds.filter((id) => wantedAnnotators(rules, id) > 1).length;
  if (rules.overlapShare === 0) return 'Every document is labelled by one person.';
  const of = queuedIds.length === 0 ? 'The queue is empty yet.' : `${several} of the ${queuedIds.length} documents in the queue.`;
  const few = annotators < rules.overlapAnnotators ? ` Only ${annotators} people here may label: these documents would wait for others.` : '';
  return `${of}${few}`;
}

function honeypotWords({ honeypotCandidates }: AssignmentView, { honeypotShare }: AssignmentRules): string {
  if (honeypotShare === 0) return 'No document with known gold is handed out.';
  const often = `About one in ${Math.round(1 / honeypotShare)} documents that an annotator gets.`;
  return honeypotCandidates === 0 ? `${often} There is no gold to ask about yet.` : `${often} ${honeypotCandidates} documents with gold can be asked about.`;
}

export function AssignmentForm({ projectId, assignment }: Props) {
  const client = useQueryClient();
  const { overlapShare, overlapAnnotators, honeypotShare } = assignment.rules;
  const form = useForm<Values>({
    initialValues: { overlapPercent: Math.round(overlapShare * 1000) / 10, overlapAnnotators, honeypotPercent: Math.round(honeypotShare * 1000) / 10 },
  });
  const save = useMutation({
    mutationFn: (values: Values) => api.put(`/api/projects/${projectId}/assignment`, toRules(values)),
    onSuccess: async () => {
      form.resetDirty();
      notifications.show({ message: 'The assignment is saved.' });
      await client.invalidateQueries({ queryKey: ['assignment', projectId] });
    },
  });
  const rules = toRules(form.values);
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} className="hf-surface" style={{ padding: 16, maxWidth: 720 }}>
      <Stack gap="md">
        <NumberInput
          label="Share of documents that several people label"
          description="They label apart from each other; a reviewer settles where they differ. A larger share only adds documents."
          suffix=" %" min={0} max={100} clampBehavior="strict" w="100%"
          {...form.getInputProps('overlapPercent')}
        />
        <NumberInput
          label="People who label such a document"
          min={2} max={assignmentLimits.maxAnnotators} allowDecimal={false} clampBehavior="strict"
          disabled={rules.overlapShare === 0}
          {...form.getInputProps('overlapAnnotators')}
        />
        <Text size="sm" role="status" aria-label="What the share means">{overlapWords(assignment, rules)}</Text>
        <NumberInput
          label="Share of honeypots"
          description="Documents whose gold is known, handed out like any other. The annotator is not told; only leads see how they were answered, on Review → Agreement."
          suffix=" %" min={0} max={assignmentLimits.maxHoneypotShare * 100} clampBehavior="strict"
          {...form.getInputProps('honeypotPercent')}
        />
        <Text size="sm" role="status" aria-label="What the honeypots mean">{honeypotWords(assignment, rules)}</Text>
        {rules.honeypotShare > 0 && (
          <Alert color="gray">
            <Text size="sm">Tell your annotators that there are such documents. Their answers change no gold and train nothing.</Text>
          </Alert>
        )}
        {save.isError && <ErrorNotice error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>Save</Button>
        </Group>
      </Stack>
    </form>
  );
}
