import { route } from '@/lib/server/http/route';
import { reopenAnnotation } from '@/lib/server/use-cases/annotations/reopen-annotation';

export const POST = route(reopenAnnotation);
