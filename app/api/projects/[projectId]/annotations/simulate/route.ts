import { route } from '@/lib/server/http/route';
import { simulateAnnotations } from '@/lib/server/use-cases/annotations/simulate-annotations';

export const POST = route(simulateAnnotations);
