import { route } from '@/lib/server/http/route';
import { listThreads } from '@/lib/server/use-cases/comments/list-threads';
import { startThread } from '@/lib/server/use-cases/comments/start-thread';

export const GET = route(listThreads);
export const POST = route(startThread);
