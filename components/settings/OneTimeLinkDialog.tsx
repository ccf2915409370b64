'use client';

import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { RelativeTime } from '../ui/RelativeTime';
import type { IssuedLink } from './use-members';

export interface ShownLink extends IssuedLink {
  readonly name: string;
}

interface Props {
  readonly link: ShownLink | null;
  readonly onClose: () => void;
}

/** The only time that a link is shown: the server keeps nothing but its hash. */
export function OneTimeLinkDialog({ link, onClose }: Props) {
  return (
    <Modal opened={link !== null} onClose={onClose} title={`Sign-in link for ${link?.name ?? ''}`} size="lg" closeOnClickOutside={false}>
      {link && <LinkToCopy link={link} onClose={onClose} />}
    </Modal>
  );
}

function LinkToCopy({ link, onClose }: { readonly link: ShownLink; readonly onClose: () => void }) {
  const address = new URL(link.path, window.location.origin).href;
  return (
    <Stack gap="sm">
      <Text size="sm">
        Give this link to {link.name} and to nobody else: whoever opens it is signed in as them. It works once, ends{' '}
        <RelativeTime at={link.expiresAt} />, and is shown only here.
      </Text>
      <TextInput
        aria-label="Sign-in link"
        value={address}
        readOnly
        classNames={{ input: 'hf-mono' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
