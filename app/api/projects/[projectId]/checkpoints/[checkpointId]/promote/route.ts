import { route } from '@/lib/server/http/route';
import { promoteCheckpoint } from '@/lib/server/use-cases/checkpoints/promote-checkpoint';

export const POST = route(promoteCheckpoint);
