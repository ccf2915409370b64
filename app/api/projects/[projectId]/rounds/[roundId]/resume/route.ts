import { route } from '@/lib/server/http/route';
import { resumeRound } from '@/lib/server/use-cases/rounds/resume-round';

export const POST = route(resumeRound);
