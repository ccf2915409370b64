import { route } from '@/lib/server/http/route';
import { replyToThread } from '@/lib/server/use-cases/comments/reply-to-thread';

export const POST = route(replyToThread);
