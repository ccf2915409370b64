import { route } from '@/lib/server/http/route';
import { listCheckpoints } from '@/lib/server/use-cases/checkpoints/list-checkpoints';

export const GET = route(listCheckpoints);
