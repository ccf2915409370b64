import { route } from '@/lib/server/http/route';
import { getHistory } from '@/lib/server/use-cases/annotations/get-history';

export const GET = route(getHistory);
