import { route } from '@/lib/server/http/route';
import { listWorkers } from '@/lib/server/use-cases/workers/list-workers';

export const GET = route(listWorkers);
