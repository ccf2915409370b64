import { route } from '@/lib/server/http/route';
import { migrateAnnotation } from '@/lib/server/use-cases/annotations/migrate-annotation';

export const POST = route(migrateAnnotation);
