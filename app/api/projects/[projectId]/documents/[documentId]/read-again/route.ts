import { route } from '@/lib/server/http/route';
import { readAgain } from '@/lib/server/use-cases/documents/read-again';

export const POST = route(readAgain);
