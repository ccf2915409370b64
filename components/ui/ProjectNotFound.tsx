'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { EmptyState } from './EmptyState';

/** Inside the frame: the project is there, what the address names in it is not. */
export function ProjectNotFound() {
  const { projectId } = useParams<{ projectId: string }>();
  return (
    <EmptyState
      title="Not found in this project"
      action={
        <Button component={Link} href={`/p/${projectId}`}>
          Home
        </Button>
      }
    >
      It may have been removed, it may belong to another project, or your role does not include it.
    </EmptyState>
  );
}
