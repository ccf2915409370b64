'use client';

import { Button, Group, JsonInput, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { parseRecordSchema } from '@/lib/core/schema/parse-schema';
import type { Translate } from '@/messages/translate';
import classes from './schema.module.css';
import type { SchemaDraft } from './use-schema-draft';

function problemsOf(t: Translate<'schema.schemaText'>, text: string): readonly string[] {
  try {
    const parsed = parseRecordSchema(JSON.parse(text));
    return parsed.ok ? [] : parsed.problems.map(({ pointer, message }) => `${pointer || t('whole')}: ${message}`);
  } catch (error) {
    return [error instanceof Error ? error.message : t('notJson')];
  }
}

/** The draft as JSON Schema, to edit, paste or copy; checked as it is typed. */
export function SchemaText({ draft, canEdit }: { readonly draft: SchemaDraft; readonly canEdit: boolean }) {
  const t = useTranslations('schema.schemaText');
  const written = JSON.stringify(draft.schema, null, 2);
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  const problems = problemsOf(t, text);
  const apply = (): void => {
    const parsed = parseRecordSchema(JSON.parse(text));
    if (parsed.ok) draft.replace(parsed.schema);
  };
  return (
    <div className={classes.preview}>
      <JsonInput
        aria-label={t('schemaAsText')}
        value={text}
        onChange={setText}
        readOnly={!canEdit}
        autosize
        minRows={16}
        maxRows={34}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      />
      {problems.slice(0, 8).map((problem) => (
        <Text key={problem} size="sm" c="red" role="alert">
          {problem}
        </Text>
      ))}
      {canEdit && (
        <Group mt="xs" justify="flex-end">
          <Button variant="default" disabled={text === written} onClick={() => setText(written)}>
            {t('discard')}
          </Button>
          <Button disabled={problems.length > 0 || text === written} onClick={apply}>
            {t('applyToDraft')}
          </Button>
        </Group>
      )}
    </div>
  );
}
