import { route } from '@/lib/server/http/route';
import { updateRoundNotes } from '@/lib/server/use-cases/rounds/update-round-notes';

export const PUT = route(updateRoundNotes);
