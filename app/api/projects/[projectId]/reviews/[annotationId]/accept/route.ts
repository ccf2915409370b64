import { route } from '@/lib/server/http/route';
import { acceptAnnotation } from '@/lib/server/use-cases/annotations/accept-annotation';

export const POST = route(acceptAnnotation);
