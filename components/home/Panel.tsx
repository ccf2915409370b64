import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './home.module.css';

interface Props {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function Panel({ title, action, children }: Props) {
  return (
    <section className={`hf-surface ${classes.panel}`} aria-label={title}>
      <Group justify="space-between" align="baseline">
        <h2 className={classes.panelTitle}>{title}</h2>
        {action}
      </Group>
      {children}
    </section>
  );
}
