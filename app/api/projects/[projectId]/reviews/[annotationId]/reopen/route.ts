import { route } from '@/lib/server/http/route';
import { reopenGold } from '@/lib/server/use-cases/review/reopen-gold';

export const POST = route(reopenGold);
