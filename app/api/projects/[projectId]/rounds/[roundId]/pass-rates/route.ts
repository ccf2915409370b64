import { route } from '@/lib/server/http/route';
import { getPassRates } from '@/lib/server/use-cases/rounds/get-pass-rates';

export const GET = route(getPassRates);
