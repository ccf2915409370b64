import { route } from '@/lib/server/http/route';
import { resolveThread } from '@/lib/server/use-cases/comments/resolve-thread';

export const PUT = route(resolveThread);
