'use client';

import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { promptFor } from '@/lib/core/schema/prompt';
import type { RecordSchema } from '@/lib/core/schema/types';
import classes from './schema.module.css';

/** The prompt as the model will see it, live. */
export function PromptPreview({ schema }: { readonly schema: RecordSchema }) {
  const t = useTranslations('schema.promptPreview');
  const [think, setThink] = useState(true);
  return (
    <div className={classes.preview}>
      <Switch label={t('thinkThenAnswer')} checked={think} onChange={(event) => setThink(event.currentTarget.checked)} mb="xs" />
      <pre className={classes.code} tabIndex={0} aria-label={t('prompt')}>
        {promptFor(schema, { think })}
      </pre>
    </div>
  );
}
