import { Skeleton, Stack } from '@mantine/core';
import { translator } from '@/messages/translator';

/** Where the header and the content will be, so that nothing jumps. */
export default function ProjectLoading() {
  return (
    <Stack gap="sm" aria-busy="true" aria-label={translator('app.loading')('label')}>
      <Skeleton height={28} width={220} />
      <Skeleton height={140} />
      <Skeleton height={320} />
    </Stack>
  );
}
