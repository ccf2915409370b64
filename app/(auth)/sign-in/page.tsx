import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthCard } from '@/components/people/AuthCard';
import { SignInForm } from '@/components/people/SignInForm';
import { safeReturnPath } from '@/lib/core/access/return-path';
import { currentActor } from '@/lib/server/auth/current-actor';
import { env } from '@/lib/server/env/env';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('signIn') };

interface Props {
  readonly searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error } = await searchParams;
  const returnPath = safeReturnPath(single(callbackUrl));
  if (await currentActor()) redirect(returnPath);
  const { OIDC_ISSUER: issuer, OIDC_NAME: providerName } = env();
  return (
    <AuthCard title={translator('app.titles')('signIn')}>
      <SignInForm returnPath={returnPath} refusal={single(error) ?? null} providerName={issuer ? providerName : null} />
    </AuthCard>
  );
}
