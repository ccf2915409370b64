import { Anchor, Text } from '@mantine/core';
import Link from 'next/link';

/** What a transfer suite is, and the way to the first one. */
export function NoSuite({ projectId }: { readonly projectId: string }) {
  return (
    <Text size="sm" c="dimmed">
      <b>No transfer suite yet.</b> A transfer suite is a named set of documents with gold from elsewhere: another house, another
      kind. Nothing is trained on it; it shows here what a checkpoint lost outside of its domain, which the test split cannot
      show.{' '}
      <Anchor component={Link} inherit href={`/p/${projectId}/documents?into=transfer`}>
        Import one
      </Anchor>
      , or choose documents on the Documents page and move them to a suite.
    </Text>
  );
}
