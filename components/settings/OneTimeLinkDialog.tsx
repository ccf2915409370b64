'use client';

import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
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
  const t = useTranslations('settings.oneTimeLinkDialog');
  return (
    <Modal opened={link !== null} onClose={onClose} title={t('signInLinkFor', { name: link?.name ?? '' })} size="lg" closeOnClickOutside={false}>
      {link && <LinkToCopy link={link} onClose={onClose} />}
    </Modal>
  );
}

function LinkToCopy({ link, onClose }: { readonly link: ShownLink; readonly onClose: () => void }) {
  const t = useTranslations('settings.oneTimeLinkDialog');
  const address = new URL(link.path, window.location.origin).href;
  return (
    <Stack gap="sm">
      <Text size="sm">
        {t.rich('giveLink', { name: link.name, time: () => <RelativeTime at={link.expiresAt} /> })}
      </Text>
      <TextInput
        aria-label={t('signInLink')}
        value={address}
        readOnly
        classNames={{ input: 'hf-mono' }}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button onClick={copy} leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}>
              {copied ? t('copied') : t('copyLink')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
