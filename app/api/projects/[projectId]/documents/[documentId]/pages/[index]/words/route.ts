import { route } from '@/lib/server/http/route';
import { getPageWords } from '@/lib/server/use-cases/documents/get-page-words';

export const GET = route(getPageWords);
