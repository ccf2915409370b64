import { route } from '@/lib/server/http/route';
import { compareCheckpoints } from '@/lib/server/use-cases/evaluations/compare-checkpoints';

export const GET = route(compareCheckpoints);
