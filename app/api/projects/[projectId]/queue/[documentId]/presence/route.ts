import { route } from '@/lib/server/http/route';
import { keepPresence } from '@/lib/server/use-cases/annotations/keep-presence';

export const POST = route(keepPresence);
