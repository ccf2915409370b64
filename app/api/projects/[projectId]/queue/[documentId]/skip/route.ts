import { route } from '@/lib/server/http/route';
import { skipDocument } from '@/lib/server/use-cases/annotations/skip-document';

export const POST = route(skipDocument);
