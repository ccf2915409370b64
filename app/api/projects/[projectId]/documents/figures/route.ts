import { route } from '@/lib/server/http/route';
import { readingFigures } from '@/lib/server/use-cases/documents/reading-figures';

export const GET = route(readingFigures);
