import { pagePictureRoute } from '@/lib/server/http/page-picture';

export const GET = pagePictureRoute('full');
