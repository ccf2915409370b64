import { route } from '@/lib/server/http/route';
import { cancelRound } from '@/lib/server/use-cases/rounds/cancel-round';

export const POST = route(cancelRound);
