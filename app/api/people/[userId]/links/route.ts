import { route } from '@/lib/server/http/route';
import { issueOneTimeLink } from '@/lib/server/use-cases/people/issue-one-time-link';

export const POST = route(issueOneTimeLink);
