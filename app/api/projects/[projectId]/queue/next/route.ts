import { route } from '@/lib/server/http/route';
import { nextInQueue } from '@/lib/server/use-cases/annotations/next-in-queue';

export const POST = route(nextInQueue);
