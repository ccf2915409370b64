import { Text } from '@mantine/core';
import type { Metadata } from 'next';
import Link from 'next/link';
import { AuthCard } from '@/components/people/AuthCard';
import { LinkSignIn } from '@/components/people/LinkSignIn';
import { wordsForRefusal } from '@/lib/core/access/sign-in-refusal';
import { peekLink } from '@/lib/server/auth/one-time-link';
import { translator } from '@/messages/translator';

// The token is in the address: it must reach neither other sites nor search engines.
export const metadata: Metadata = { title: translator('app.titles')('signInByLink'), referrer: 'no-referrer', robots: 'noindex' };

interface Props {
  readonly params: Promise<{ token: string }>;
}

export default async function LinkPage({ params }: Props) {
  const { token } = await params;
  const owner = await peekLink(token);
  if (!owner) {
    const t = translator('app.link');
    return (
      <AuthCard title={t('doesNotWork')}>
        <Text size="sm">{wordsForRefusal('link-unusable')}</Text>
        <Text size="sm">
          <Link href="/sign-in">{t('withPassword')}</Link>
        </Text>
      </AuthCard>
    );
  }
  return (
    <AuthCard title={translator('app.titles')('signInByLink')}>
      <LinkSignIn token={token} name={owner.name} returnPath={owner.hasPassword || owner.isDemo ? '/' : '/account'} />
    </AuthCard>
  );
}
