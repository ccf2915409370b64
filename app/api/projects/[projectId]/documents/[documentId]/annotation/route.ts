import { route } from '@/lib/server/http/route';
import { openAnnotation } from '@/lib/server/use-cases/annotations/open-annotation';
import { saveAnnotation } from '@/lib/server/use-cases/annotations/save-annotation';

export const POST = route(openAnnotation);
export const PUT = route(saveAnnotation);
