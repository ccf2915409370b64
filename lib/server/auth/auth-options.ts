import type { NextAuthOptions } from 'next-auth';
import type { Provider } from 'next-auth/providers/index';
import credentialsProvider from 'next-auth/providers/credentials';
import { writeRefusal } from '@/lib/core/access/sign-in-refusal';
import { type Env, env } from '../env/env';
import { log } from '../logging/log';
import { RefusedSignIn, signInByLink, signInByPassword, signInByProvider } from './sign-in';

const sessionSeconds = 7 * 24 * 60 * 60;

/** Refusals go on with their code; anything else is logged and says nothing of itself. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RefusedSignIn) throw error;
    log().error({ err: error }, 'sign-in failed');
    throw new RefusedSignIn({ code: 'unavailable' });
  }
}

/**
 * Where the request came from: what the nearest proxy (or Next itself, without
 * one) appended last. Earlier entries are the sender's own word.
 */
export function remoteAddress(headers: Readonly<Record<string, unknown>> | undefined): string | null {
  const chain = headers?.['x-forwarded-for'];
  return typeof chain === 'string' ? (chain.split(',').at(-1)?.trim() ?? null) : null;
}

interface ProviderProfile {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
}

/** Any OpenID Connect provider, by its discovery document. */
function oidcProvider(settings: Env): Provider | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (!issuer || !clientId || !clientSecret) return null;
  return {
    id: 'oidc',
    name: settings.OIDC_NAME,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state'],
    profile: (profile: ProviderProfile) => ({
      id: profile.sub,
      name: profile.name ?? profile.email ?? profile.sub,
      email: profile.email ?? null,
    }),
  };
}

/** Sessions are signed cookies: they survive a restart as long as AUTH_SECRET stays. */
export function authOptions(): NextAuthOptions {
  const settings = env();
  const oidc = oidcProvider(settings);
  return {
    secret: settings.AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      credentialsProvider({
        id: 'password',
        name: 'Password',
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          guarded(() =>
            signInByPassword(
              { email: given?.email ?? '', password: given?.password ?? '' },
              remoteAddress(request.headers),
            ),
          ),
      }),
      credentialsProvider({
        id: 'one-time-link',
        name: 'One-time link',
        credentials: { token: {} },
        authorize: (given) => guarded(() => signInByLink(given?.token ?? '')),
      }),
      ...(oidc ? [oidc] : []),
    ],
    callbacks: {
      async signIn({ account, profile, user }) {
        if (account?.provider !== 'oidc') return true;
        try {
          const { email, email_verified: isVerified } = (profile ?? {}) as Partial<ProviderProfile>;
          const person = await guarded(() => signInByProvider(email, isVerified !== false));
          user.id = person.id;
          user.name = person.name;
          return true;
        } catch (error) {
          const refusal = error instanceof RefusedSignIn ? error.refusal : ({ code: 'unavailable' } as const);
          return `/sign-in?error=${encodeURIComponent(writeRefusal(refusal))}`;
        }
      },
      jwt({ token, user }) {
        // `user` comes with the sign-in itself; later calls only have the token.
        return user ? { ...token, userId: user.id } : token;
      },
      session({ session, token }) {
        const { userId = '', name, email } = token;
        return { ...session, user: { id: userId, name: name ?? '', email: email ?? '' } };
      },
    },
    logger: {
      error: (code, metadata) => log().warn({ code, err: metadata instanceof Error ? metadata : undefined }, 'next-auth'),
      warn: (code) => log().debug({ code }, 'next-auth'),
      debug: () => undefined,
    },
  };
}
