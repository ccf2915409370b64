import { route } from '@/lib/server/http/route';
import { submitAnnotation } from '@/lib/server/use-cases/annotations/submit-annotation';

export const POST = route(submitAnnotation);
