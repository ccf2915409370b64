import nextAuth from 'next-auth';
import { authOptions } from '@/lib/server/auth/auth-options';

interface Context {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** Built per request: reading the settings at import would need them while building. */
const handler = (request: Request, context: Context): Promise<Response> =>
  nextAuth(request as never, context as never, authOptions()) as Promise<Response>;

export { handler as GET, handler as POST };
