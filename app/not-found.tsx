'use client';

import { Button } from '@mantine/core';
import Link from 'next/link';
import { EmptyState } from '@/components/ui/EmptyState';

export default function NotFoundPage() {
  return (
    <main>
      <EmptyState
        title="There is no such page"
        action={
          <Button component={Link} href="/projects">
            All projects
          </Button>
        }
      >
        The address may be mistyped, the thing it named may be gone, or it is in a project where you have no role.
      </EmptyState>
    </main>
  );
}
