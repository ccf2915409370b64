import { Skeleton, Stack } from '@mantine/core';

/** Where the header and the content will be, so that nothing jumps. */
export default function ProjectLoading() {
  return (
    <Stack gap="sm" aria-busy="true" aria-label="Loading the page">
      <Skeleton height={28} width={220} />
      <Skeleton height={140} />
      <Skeleton height={320} />
    </Stack>
  );
}
