import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AccountTools } from '@/components/people/AccountTools';
import { AuthCard } from '@/components/people/AuthCard';
import { PasswordForm } from '@/components/people/PasswordForm';
import { currentActor } from '@/lib/server/auth/current-actor';
import { passwordLength } from '@/lib/server/auth/password';
import { getMyAccount } from '@/lib/server/use-cases/people/get-my-account';
import { translator } from '@/messages/translator';

export const metadata: Metadata = { title: translator('app.titles')('account') };

export default async function AccountPage() {
  const actor = await currentActor();
  if (!actor) redirect('/sign-in?callbackUrl=/account');
  const account = await getMyAccount(actor, {});
  return (
    <AuthCard title={account.name}>
      <PasswordForm
        email={account.email}
        hasPassword={account.hasPassword}
        returnPath="/"
        minLength={passwordLength.min}
      />
      <AccountTools />
    </AuthCard>
  );
}
