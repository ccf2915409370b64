import { route } from '@/lib/server/http/route';
import { getCheckpoint } from '@/lib/server/use-cases/checkpoints/get-checkpoint';

export const GET = route(getCheckpoint);
