import type { Json, Leaf } from '@/lib/core/record/json';
import { parseJson } from '@/lib/core/record/parse-json';
import { equalityKey, normalForm, scoreCompletion, scoreRecord, scoreRecordByField } from '@/lib/core/scoring';
import { scoreTexts } from '../../fixtures/score-texts';
import type { CompletionQuestion, FilesQuestion, LeafQuestion, Question, RecordQuestion } from './questions';

const missing = { ok: false } as const;

function valueOf(text: string | undefined): Json | undefined {
  const parsed = text === undefined ? missing : parseJson(text);
  return parsed.ok ? parsed.value : undefined;
}

function messageOf(text: string | undefined): string | null {
  const parsed = text === undefined ? null : parseJson(text);
  return parsed && !parsed.ok ? parsed.message : null;
}

function figuresOf<T extends { readonly kind: string }>(score: T): object {
  const { kind, ...figures } = score;
  return kind === 'unscorable' || kind === 'scored' ? figures : score;
}

function answerRecord({ gold, prediction, schema, alpha, requested }: RecordQuestion): object {
  const compared = { gold: valueOf(gold), prediction: valueOf(prediction), schema, requested };
  const byField = scoreRecordByField(compared);
  return {
    messages: [messageOf(gold), messageOf(prediction)],
    score: figuresOf(scoreRecord({ ...compared, alpha })),
    fields: byField.kind === 'unscorable' ? figuresOf(byField) : byField.fields,
  };
}

const answerCompletion = ({ gold, ask: _, ...question }: CompletionQuestion): object =>
  figuresOf(scoreCompletion({ ...question, gold: valueOf(gold) }));

const answerFiles = ({ gold, predictions, ask: _, ...options }: FilesQuestion): Promise<object> =>
  scoreTexts(gold, predictions, options);

function answerLeaf({ text }: LeafQuestion): object {
  const leaf = valueOf(text) as Leaf;
  return { normal: normalForm(leaf), keys: [equalityKey(leaf, 'text-ci'), equalityKey(leaf, 'number')] };
}

/** What the workbench says; the trainer's `hundredfold_trainer.scoring.differential` says it in Python. */
export async function answer(question: Question): Promise<object> {
  if (question.ask === 'record') return answerRecord(question);
  if (question.ask === 'completion') return answerCompletion(question);
  return question.ask === 'files' ? answerFiles(question) : answerLeaf(question);
}
