'use client';

import { useMutation } from '@tanstack/react-query';
import { signIn } from 'next-auth/react';
import { wordsForRefusal } from '@/lib/core/access/sign-in-refusal';

interface SignIn {
  readonly provider: 'password' | 'one-time-link';
  readonly given: Readonly<Record<string, string>>;
  /** Path of this site to go to afterwards. */
  readonly returnPath: string;
}

/** Signs in and loads the next page whole, so that nothing of the visitor before stays. */
export function useSignIn() {
  return useMutation({
    retry: false,
    mutationFn: async ({ provider, given, returnPath }: SignIn): Promise<string> => {
      const answer = await signIn(provider, { ...given, redirect: false });
      if (!answer?.ok || answer.error) throw new Error(wordsForRefusal(answer?.error ?? 'unavailable'));
      return returnPath;
    },
    onSuccess: (returnPath) => window.location.assign(returnPath),
  });
}
