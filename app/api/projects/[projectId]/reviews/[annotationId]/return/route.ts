import { route } from '@/lib/server/http/route';
import { returnAnnotation } from '@/lib/server/use-cases/annotations/return-annotation';

export const POST = route(returnAnnotation);
