import { route } from '@/lib/server/http/route';
import { listQueue } from '@/lib/server/use-cases/annotations/list-queue';

export const GET = route(listQueue);
